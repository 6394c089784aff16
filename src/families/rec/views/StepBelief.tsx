import { formatFigure } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { Trace } from '../view';
import { rank } from './ranked';
import { SymbolShares } from './SymbolShares';
import { atStep } from './traceReading';

interface Props {
  readonly trace: Trace;
  readonly step: number;
}

const mostAnswers = 4;
const mostAhead = 4;

/** What the network believes after a step: its likeliest answers, or the numbers it forecasts. */
export function StepBelief({ trace, step }: Props) {
  const { recView: words } = useMessages();
  const { answers, belief, steps, asked, expected } = trace;
  const values = atStep(belief, step, steps);
  if (answers.length > 0) {
    const shares = rank(answers, values, mostAnswers);
    return <SymbolShares shares={shares} said={shares[0]?.[0]} right={asked[step] ? expected[step] : undefined} />;
  }
  return (
    <dl className="step-forecast">
      {Array.from(values.subarray(0, mostAhead), (value, i) => (
        <div key={i}>
          <dt>{formatMessage(words.ahead, { steps: i + 1 })}</dt>
          <dd>{formatFigure(value, 2)}</dd>
        </div>
      ))}
    </dl>
  );
}
