import { useController, usePlayground } from '../app/context';
import { Icon } from '../app/Icon';
import { Field } from '../controls/Field';
import { NumberEntry } from '../controls/NumberEntry';
import { parseNumberText } from '../controls/numberText';
import { useProblem } from '../controls/useProblem';
import { useMessages } from '../i18n/useMessages';
import { toProblem } from '../problem';

/** The number all chance starts from: typed, or another one at a press. */
export function SeedControl() {
  const { panels } = useMessages();
  const { configure } = useController();
  const seed = usePlayground((state) => state.config.seed);
  const [problem, setProblem] = useProblem();
  const choose = (next: unknown) => {
    configure({ seed: next }).then(
      () => setProblem(null),
      (error: unknown) => setProblem(toProblem(error).toData()),
    );
  };
  return (
    <Field
      words={{ label: panels.seed, help: panels.seedHelp }}
      change="rebuild"
      problem={problem}
      aside={
        <>
          <NumberEntry
            label={panels.seed}
            shown={String(seed)}
            editable={String(seed)}
            onCommit={(text) => choose(parseNumberText({}, text))}
          />
          <button type="button" className="chip" title={panels.newSeedHelp} onClick={() => choose((seed % 9999) + 1)}>
            <Icon name="shuffle" size={14} />
            {panels.newSeed}
          </button>
        </>
      }
    />
  );
}
