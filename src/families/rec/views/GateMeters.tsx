import { formatShare } from '../../../charts/figures';
import { useMessages } from '../../../i18n/useMessages';
import type { Trace } from '../view';
import { nameOfGate } from './gateNames';
import { atStep } from './traceReading';

/** How far each gate is open at a step, in the mean of all units. */
export function GateMeters({ trace, step }: { readonly trace: Trace; readonly step: number }) {
  const { recView: words } = useMessages();
  return (
    <dl className="gate-meters">
      {Object.entries(trace.gates).map(([gate, values]) => {
        const here = atStep(values, step, trace.steps);
        const mean = here.reduce((sum, value) => sum + value, 0) / Math.max(1, here.length);
        return (
          <div key={gate}>
            <dt>{nameOfGate(gate, words)}</dt>
            <dd>
              <i style={{ width: `${100 * Math.max(0, Math.min(1, mean))}%` }} />
              <span>{formatShare(mean)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
