import { useId } from 'react';
import { usePopover } from '../../controls/usePopover';
import { type BackendChoice, backendChoices } from '../../families';
import type { Messages } from '../../i18n/en';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import type { PlaygroundState } from '../../store/playground';
import { useController, usePlayground } from '../context';
import { attempt } from '../refusal';
import { BackendRow } from './BackendRow';

function howChosen({ config, run }: PlaygroundState, words: Messages['chips']): string {
  if (config.backend !== 'auto') return words.chosen;
  const measured = run?.timings.filter(({ msPerStep }) => msPerStep !== null) ?? [];
  const count = new Set(measured.map(({ backend }) => backend)).size;
  return count > 1 ? formatMessage(words.fastest, { count }) : words.only;
}

/** Where the network is computed; opens the measurements and the choice. */
export function BackendChip() {
  const { chips } = useMessages();
  const { configure, measureAgain, surveyBackends } = useController();
  const { trigger, panel } = usePopover();
  const titleId = useId();
  const groupName = useId();
  const chosen = usePlayground((state) => state.config.backend);
  const backend = usePlayground((state) => state.backend);
  const failed = usePlayground((state) => state.phase === 'failed');
  const reason = usePlayground((state) => howChosen(state, chips));
  const choose = (choice: BackendChoice) => attempt(configure({ backend: choice }));
  return (
    <>
      <button type="button" className="chip" {...trigger} onClick={() => attempt(surveyBackends())}>
        <i data-on={backend !== null} />
        <span className="chip-text">
          {backend ? `${chips.backends[backend]} · ${reason}` : failed ? chips.notStarted : chips.preparing}
        </span>
      </button>
      <div className="popover backends" {...panel}>
        <h2 id={titleId}>{chips.backendTitle}</h2>
        <div role="radiogroup" aria-labelledby={titleId}>
          {backendChoices.map((choice) => (
            <BackendRow
              key={choice}
              choice={choice}
              groupName={groupName}
              checked={choice === chosen}
              onChoose={choose}
            />
          ))}
        </div>
        <p className="aside">{chips.backendHint}</p>
        <button type="button" className="quiet" onClick={() => attempt(measureAgain())}>
          {chips.measureAgain}
        </button>
      </div>
    </>
  );
}
