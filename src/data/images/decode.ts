import type { DecodePicture } from './pictures';

/** Larger pictures are scaled down to it: they end as a few pixels, and a photograph takes 50 MB. */
const mostPixels = 512;

/** Pixels of a PNG, JPEG or other picture that the browser can read, with its orientation applied. Worker only. */
export const decodePicture: DecodePicture = async (file) => {
  const bitmap = await createImageBitmap(file);
  try {
    const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(scale * side)));
    const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D context');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } finally {
    bitmap.close();
  }
};
