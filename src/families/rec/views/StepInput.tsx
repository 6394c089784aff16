import { formatFigure } from '../../../charts/figures';
import type { Trace } from '../view';
import type { Heat } from './heatOf';
import { Mosaic } from './Mosaic';
import { PenPicture } from './PenPicture';
import type { PenWay } from './pen';
import { symbolText } from './symbolText';
import { atStep } from './traceReading';

interface Props {
  readonly trace: Trace;
  readonly step: number;
  readonly numbers: Heat['look'];
  readonly pen: PenWay | null;
  readonly large: boolean;
}

/** Columns that are told as figures; more are shown as colours alone. */
const mostFigures = 2;

/** What the cell reads at a step: a symbol, where the pen is, or some numbers. */
export function StepInput({ trace: { inputs, steps }, step, numbers, pen, large }: Props) {
  if (!(inputs instanceof Float32Array)) return <b>{symbolText(inputs[step] ?? '')}</b>;
  if (pen) return <PenPicture way={pen} step={step} size={large ? 64 : 44} />;
  const values = atStep(inputs, step, steps);
  const [width, height] = large ? [Math.min(150, values.length * 20), 20] : [Math.min(64, values.length * 14), 14];
  return (
    <>
      <Mosaic values={values} look={numbers} width={width} height={height} />
      {large && values.length <= mostFigures && (
        <small>{Array.from(values, (v) => formatFigure(v, 2)).join(' · ')}</small>
      )}
    </>
  );
}
