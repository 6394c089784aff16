import { Icon } from '../../../app/Icon';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Toggle } from '../../../views/Toggle';
import { type StageName, stageNames } from './stages';

interface Props {
  readonly stage: StageName;
  readonly byItself: boolean;
  onByItself(byItself: boolean): void;
  /** Numbers that a point is made of. */
  readonly latent: number;
  next(): void;
}

/** Where a step of training stands, what happens there, and how to go on. */
export function SlowMotion({ stage, byItself, onByItself, latent, next }: Props) {
  const { genView: words } = useMessages();
  const number = stageNames.indexOf(stage) + 1;
  return (
    <div className="gen-slow">
      <ol className="gen-stages" aria-label={words.stages}>
        {stageNames.map((name, i) => (
          <li key={name} aria-current={name === stage ? 'step' : undefined} data-done={i + 1 < number || undefined}>
            <b>{i + 1}</b>
            <span>{words.stage[name].name}</span>
          </li>
        ))}
      </ol>
      <p className="gen-stage" aria-live="polite">
        <span className="visually-hidden">{formatMessage(words.stageOf, { number, count: stageNames.length })} </span>
        {formatMessage(words.stage[stage].text, { numbers: latent })}
      </p>
      <div className="gen-slow-controls">
        <Toggle label={words.byItself} checked={byItself} onChange={onByItself} />
        <button type="button" className="quiet" onClick={next}>
          {words.nextStage}
          <Icon name="forward" size={15} />
        </button>
      </div>
    </div>
  );
}
