import './belief.css';
import { formatShare, formatSteps } from '../../../charts/figures';
import type { SequenceInfo } from '../../../data/sequences/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ConfusionMatrix } from '../../../views/ConfusionMatrix';
import { ViewCard } from '../../../views/ViewCard';
import type { RecFrame } from '../view';
import { BeliefOverTime } from './BeliefOverTime';
import { FirstSequences } from './FirstSequences';
import type { Looking } from './looking';

interface Props extends Looking {
  readonly info: SequenceInfo;
  readonly frame: RecFrame & { readonly kind: 'belief' };
  /** Whether the sequences are ones that the network never learns from. */
  readonly tested: boolean;
}

/** A matrix of more classes than this cannot be read. */
const mostClasses = 12;

function namesOf({ output }: SequenceInfo): readonly string[] {
  if (output.kind === 'symbols') return output.vocabulary;
  return output.kind === 'classes' ? output.classes : [];
}

/** A class or symbol for a sequence: how the belief in it grows, and what is taken for what. */
export function BeliefView({ info, frame, tested, look, onLook }: Props) {
  const { view: common, recView: words } = useMessages();
  const { counts, first, trace } = frame;
  const classes = namesOf(info);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const right = classes.reduce((sum, _, k) => sum + (counts[k * classes.length + k] ?? 0), 0);
  const split = tested ? common.test : common.training;
  return (
    <>
      <ViewCard title={words.titleBelief}>
        <BeliefOverTime trace={trace} />
        {first.length > 1 && (
          <>
            <h3 className="belief-heading">{words.firstSequences}</h3>
            <FirstSequences first={first} classes={classes} look={look} onLook={onLook} />
          </>
        )}
      </ViewCard>
      <ViewCard title={common.titleClasses}>
        <p className="belief-rate">
          <b>{formatShare(all > 0 ? right / all : Number.NaN)}</b>
          {formatMessage(words.rightOf, { right: formatSteps(right), counted: formatSteps(all), split })}
        </p>
        {classes.length <= mostClasses && (
          <ConfusionMatrix classes={classes} counts={counts} label={formatMessage(words.confusionLabel, { split })} />
        )}
      </ViewCard>
    </>
  );
}
