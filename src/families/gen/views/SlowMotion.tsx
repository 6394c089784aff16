import { Icon } from '../../../app/Icon';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Toggle } from '../../../views/Toggle';
import { type StageName, stageNames } from './stages';

interface Props {
  readonly stage: StageName | null;
  readonly byItself: boolean;
  onByItself(byItself: boolean): void;
  /** Numbers that a point is made of. */
  readonly latent: number;
  start(): void;
  stop(): void;
  next(): void;
}

/** Where a step of training stands, what happens there, and how to go on. */
export function SlowMotion({ stage, byItself, onByItself, latent, start, stop, next }: Props) {
  const { genView: words } = useMessages();
  return (
    <div className="gen-slow" onKeyDown={(event) => event.key === 'Escape' && stop()}>
      <div className="gen-slow-controls">
        <button
          type="button"
          className="quiet"
          data-on={stage ? true : undefined}
          title={words.slowMotionHelp}
          onClick={stage ? stop : start}
        >
          <Icon name={stage ? 'pause' : 'play'} size={15} />
          {stage ? words.stopSlowMotion : words.slowMotion}
        </button>
        {stage && (
          <>
            <button type="button" className="quiet" onClick={next}>
              {words.nextStage}
              <Icon name="forward" size={15} />
            </button>
            <Toggle label={words.byItself} checked={byItself} onChange={onByItself} />
          </>
        )}
      </div>
      {stage && (
        <>
          <ol className="gen-stages" aria-label={words.stages}>
            {stageNames.map((name, i) => (
              <li key={name} aria-current={name === stage ? 'step' : undefined}>
                <b>{i + 1}</b>
                <span>{words.stage[name].name}</span>
              </li>
            ))}
          </ol>
          <p className="gen-stage" aria-live="polite">
            <span className="visually-hidden">
              {formatMessage(words.stageOf, { number: stageNames.indexOf(stage) + 1, count: stageNames.length })}{' '}
            </span>
            {formatMessage(words.stage[stage].text, { numbers: latent })}
          </p>
        </>
      )}
    </div>
  );
}
