import './pictureSheet.css';
import { useEffect, useMemo, useRef } from 'react';
import { paintPicture } from '../canvas/pictures';
import { useThemeColours } from '../canvas/themeColours';
import { layOut } from '../data/images/sheet';

interface Props {
  /** Pictures × size², 0 (background) to 255 (ink). */
  readonly pixels: Uint8Array;
  /** Pixels a side of a picture. */
  readonly size: number;
  /** Pictures a row. */
  readonly columns: number;
  /** What it is a picture of; without it, it is an ornament. */
  readonly label?: string;
}

/** Square grey pictures in rows, in the colours of the page. */
export function PictureSheet({ pixels, size, columns, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { card, ink } = useThemeColours();
  const sheet = useMemo(() => layOut(pixels, size, { columns, gap: 1 }), [pixels, size, columns]);
  useEffect(() => {
    if (canvas.current) paintPicture(canvas.current, sheet, card, ink);
  }, [sheet, card, ink]);
  return (
    <canvas
      ref={canvas}
      className="picture-sheet"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
