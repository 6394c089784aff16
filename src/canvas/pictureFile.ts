import { type GreyPicture, layOut, toRgba } from '../data/images/sheet';
import type { Rgb } from './colour';

const white: Rgb = [255, 255, 255];
const black: Rgb = [20, 24, 32];
/** About how many pixels a side a picture has on a sheet that is taken home. */
const readable = 64;

/** Pictures on a sheet that can be read, however few pixels they have. @param pixels pictures × size² levels */
export function readableSheet(pixels: Uint8Array, size: number, columns: number): GreyPicture {
  return layOut(pixels, size, { columns, gap: 4, scale: Math.max(1, Math.round(readable / size)) });
}

/** Dark ink on white, as on paper. */
export function drawOnPaper(context: CanvasRenderingContext2D, sheet: GreyPicture): void {
  context.putImageData(new ImageData(toRgba(sheet, white, black), sheet.width, sheet.height), 0, 0);
}

/** A sheet of pictures as a PNG file. */
export async function pngOf(sheet: GreyPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: sheet.width, height: sheet.height });
  const context = canvas.getContext('2d');
  if (context) drawOnPaper(context, sheet);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('no PNG');
  return blob;
}
