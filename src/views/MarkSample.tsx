import { type MarkShape, markPath } from '../canvas/marks';

interface Props {
  readonly shape: MarkShape;
  readonly colour: string;
  readonly hollow?: boolean;
  readonly spot?: boolean;
}

/** A mark as it stands in the plot, for legends. */
export function MarkSample({ shape, colour, hollow = false, spot = false }: Props) {
  return (
    <svg className="mark-sample" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <path d={markPath(shape, 4.4)} fill={hollow ? 'var(--card)' : colour} stroke={colour} strokeWidth="1.2" />
      {spot && <circle r="1.6" fill="var(--card)" />}
    </svg>
  );
}
