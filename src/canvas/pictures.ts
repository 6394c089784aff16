import { type GreyPicture, toRgba } from '../data/images/sheet';
import type { Rgb } from './colour';

/** Paints a grey picture in colours from that of the paper to that of the ink, a pixel for each of its own. */
export function paintPicture(canvas: HTMLCanvasElement, picture: GreyPicture, paper: Rgb, ink: Rgb): void {
  const { width, height } = picture;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(new ImageData(toRgba(picture, paper, ink), width, height), 0, 0);
}
