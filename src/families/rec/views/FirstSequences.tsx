import type { CSSProperties } from 'react';
import { formatShare } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { RecFrame } from '../view';
import type { Looking } from './looking';

interface Props extends Looking {
  readonly first: (RecFrame & { readonly kind: 'belief' })['first'];
  readonly classes: readonly string[];
}

/** Longer names are cut. */
const longestName = 16;

/** The first sequences with what the network takes each for; one of them is looked into. */
export function FirstSequences({ first, classes, look, onLook }: Props) {
  const { recView: words } = useMessages();
  const room = Math.min(longestName, Math.max(...classes.map((name) => Array.from(name).length)));
  return (
    <ol
      className="first-sequences"
      aria-label={words.firstSequences}
      style={{ '--name-room': `${room}ch` } as CSSProperties}
    >
      {first.map(({ expected, predicted, probability }, index) => {
        const right = expected === predicted;
        const values = { number: index + 1, expected, predicted, probability: formatShare(probability) };
        return (
          <li key={index}>
            <button
              type="button"
              data-right={right || undefined}
              aria-pressed={index === look.example}
              aria-label={formatMessage(right ? words.sequenceRight : words.sequenceWrong, values)}
              onClick={() => onLook({ example: index })}
            >
              <small>{index + 1}</small>
              <b>{predicted}</b>
              <span>{right ? '✓' : '✗'}</span>
              <i style={{ width: `${100 * Math.max(0, Math.min(1, probability))}%` }} />
              {!right && <em>{expected}</em>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
