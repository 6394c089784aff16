import type { CSSProperties, ReactNode } from 'react';
import type { Heat } from './heatOf';
import { Mosaic } from './Mosaic';

interface Props {
  /** Whether this is the step that is looked at, the one before it, or the next one. */
  readonly when: 'before' | 'now' | 'next';
  readonly input: ReactNode;
  /** The state of its units; null where there is none yet. */
  readonly values: Float32Array | null;
  readonly look: Heat['look'];
  readonly size: readonly [width: number, height: number];
  /** What stands in it where there is no state. */
  readonly absent: string;
  readonly children?: ReactNode;
}

/** One copy of the cell in the unrolled network: what it reads above, its state within. */
export function Cell({ when, input, values, look, size: [width, height], absent, children }: Props) {
  return (
    <div className="unrolled-cell" data-when={when}>
      <div className="unrolled-input">{input}</div>
      <i className="unrolled-down" />
      <div className="unrolled-box" style={{ '--mosaic-height': `${height}px` } as CSSProperties}>
        {values ? (
          <Mosaic values={values} look={look} width={width} height={height} />
        ) : (
          <span className="unrolled-absent" style={{ width }}>
            {absent}
          </span>
        )}
        {children}
      </div>
    </div>
  );
}
