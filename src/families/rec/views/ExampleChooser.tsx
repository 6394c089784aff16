import { Icon } from '../../../app/Icon';
import { formatSteps } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { Looking } from './looking';

interface Props extends Looking {
  /** How many there are to choose from. */
  readonly count: number;
}

/** Which sequence is looked into: the one before, the next. */
export function ExampleChooser({ look, onLook, count }: Props) {
  const { recView: words } = useMessages();
  if (count < 2) return null;
  const { example } = look;
  const go = (to: number) => onLook({ example: Math.max(0, Math.min(count - 1, to)) });
  return (
    <div className="example-chooser" role="group" aria-label={words.exampleShown}>
      <button
        type="button"
        className="icon-button"
        aria-label={words.previousExample}
        aria-disabled={example <= 0 || undefined}
        onClick={() => go(example - 1)}
      >
        <Icon name="back" size={16} />
      </button>
      <output>{formatMessage(words.example, { number: formatSteps(example + 1), count: formatSteps(count) })}</output>
      <button
        type="button"
        className="icon-button"
        aria-label={words.nextExample}
        aria-disabled={example >= count - 1 || undefined}
        onClick={() => go(example + 1)}
      >
        <Icon name="forward" size={16} />
      </button>
    </div>
  );
}
