import { drawMarks, type MarkStyle } from './scatter';

/** A mark drawn once, to be set down at many places. */
export interface Stamp {
  readonly picture: HTMLCanvasElement;
  /** CSS pixels along a side. */
  readonly side: number;
}

/** @param ratio device pixels per CSS pixel */
export function createStamp(style: MarkStyle, radius: number, ratio: number): Stamp {
  const side = Math.ceil(2 * radius * 1.6 + 2);
  const picture = document.createElement('canvas');
  picture.width = picture.height = Math.ceil(side * ratio);
  const context = picture.getContext('2d');
  if (context) {
    context.scale(picture.width / side, picture.height / side);
    drawMarks(context, { width: side, height: side }, [[0.5, 0.5, style]], radius);
  }
  return { picture, side };
}

/** Sets it down at places x, y, x, y … in CSS pixels; those that are no numbers are left out. */
export function setDown(context: CanvasRenderingContext2D, { picture, side }: Stamp, places: ArrayLike<number>): void {
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [x, y] = [places[i] as number, places[i + 1] as number];
    if (Number.isFinite(x + y)) context.drawImage(picture, x - side / 2, y - side / 2, side, side);
  }
}
