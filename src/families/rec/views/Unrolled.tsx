import { useRef } from 'react';
import { useBox } from '../../../canvas/useBox';
import { formatShare } from '../../../charts/figures';
import { useMessages } from '../../../i18n/useMessages';
import type { Trace } from '../view';
import { Cell } from './Cell';
import { GateMeters } from './GateMeters';
import type { Heat } from './heatOf';
import type { PenWay } from './pen';
import { StepBelief } from './StepBelief';
import { StepInput } from './StepInput';
import { symbolText } from './symbolText';
import { atStep, topAnswer } from './traceReading';

interface Props {
  readonly trace: Trace;
  readonly step: number;
  readonly look: Heat['look'];
  readonly numbers: Heat['look'];
  readonly pen: PenWay | null;
  /** Whether it walks by itself: what happens is then shown one after the other. */
  readonly walking: boolean;
}

const narrow = 480;

/** The network unrolled around a step: the same cell before, now and next, and the state handed on between them. */
export function Unrolled({ trace, step, look, numbers, pen, walking }: Props) {
  const { recView: words } = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const box = useBox(frame);
  const small = (box?.width ?? narrow) < narrow;
  const side = small ? ([54, 44] as const) : ([104, 64] as const);
  const main = small ? ([112, 72] as const) : ([176, 96] as const);
  const stateAt = (at: number) => atStep(trace.hidden, at, trace.steps);
  const input = (at: number, large: boolean) =>
    at >= 0 && at < trace.steps ? (
      <StepInput trace={trace} step={at} numbers={numbers} pen={pen} large={large} />
    ) : null;
  const before = step > 0 ? topAnswer(trace, step - 1) : null;
  return (
    <div ref={frame}>
      <div className="unrolled" key={walking ? step : undefined} data-walking={walking || undefined}>
        <div className="unrolled-column">
          <Cell
            when="before"
            input={input(step - 1, false)}
            values={step > 0 ? stateAt(step - 1) : null}
            look={look}
            size={side}
            absent={words.start}
          />
          {before && (
            <p className="unrolled-said">
              <b>{symbolText(before.answer)}</b> {formatShare(before.probability)}
            </p>
          )}
        </div>
        <i className="unrolled-carry" title={words.carried} />
        <div className="unrolled-column">
          <Cell when="now" input={input(step, true)} values={stateAt(step)} look={look} size={main} absent="">
            <GateMeters trace={trace} step={step} />
          </Cell>
          <i className="unrolled-down" />
          <div className="unrolled-belief">
            <StepBelief trace={trace} step={step} />
          </div>
        </div>
        <i className="unrolled-carry" data-next title={words.carried} />
        <div className="unrolled-column">
          <Cell
            when="next"
            input={input(step + 1, false)}
            values={null}
            look={look}
            size={side}
            absent={step + 1 < trace.steps ? words.next : words.end}
          />
        </div>
      </div>
    </div>
  );
}
