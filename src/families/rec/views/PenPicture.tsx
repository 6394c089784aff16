import type { PenWay } from './pen';

interface Props {
  readonly way: PenWay;
  readonly step: number;
  readonly size: number;
}

/** What a pen has drawn up to a step, upon a pale picture of all that it will. */
export function PenPicture({ way: { after, box }, step, size }: Props) {
  const here = after[step];
  const side = Number(box.split(' ')[2]);
  return (
    <svg className="pen" width={size} height={size} viewBox={box} aria-hidden="true">
      <path d={after.at(-1)?.drawn} strokeWidth={side / 22} className="pen-whole" />
      <path d={here?.drawn} strokeWidth={side / 16} className="pen-drawn" />
      {here && <circle cx={here.x} cy={here.y} r={side / 13} />}
    </svg>
  );
}
