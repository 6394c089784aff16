import { type KeyboardEvent, memo, useRef, useState } from 'react';

interface Props {
  readonly count: number;
  readonly columns: number;
  /** What a picture is called. */
  readonly nameOf: (place: number) => string;
  /** The one that is looked at. */
  readonly chosen: number | null;
  readonly onChoose: (place: number) => void;
  /** Dragged from one picture to another. */
  readonly onDrag?: ((from: number, to: number) => void) | undefined;
}

/** Where an arrow key leads from a place; null where there is no picture. */
function placeAfter(key: string, place: number, { count, columns }: { count: number; columns: number }): number | null {
  const column = place % columns;
  const next =
    key === 'ArrowLeft' && column > 0
      ? place - 1
      : key === 'ArrowRight' && column < columns - 1
        ? place + 1
        : key === 'ArrowUp'
          ? place - columns
          : key === 'ArrowDown'
            ? place + columns
            : -1;
  return next >= 0 && next < count ? next : null;
}

const placeOf = (target: EventTarget | null): number | null => {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset.place : undefined;
  return place === undefined ? null : Number(place);
};

/** Buttons that lie over a sheet of pictures, one on each. Tab leads to one of them, arrow keys to the others. */
export const PictureButtons = memo(function PictureButtons({
  count,
  columns,
  nameOf,
  chosen,
  onChoose,
  onDrag,
}: Props) {
  const [focused, setFocused] = useState(0);
  const [over, setOver] = useState<number | null>(null);
  const pressed = useRef<number | null>(null);
  const within = Math.min(focused, count - 1);

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const next = placeAfter(event.key, within, { count, columns });
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };

  return (
    <div
      className="picture-buttons"
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
      data-dragging={over !== null || undefined}
      onKeyDown={walk}
      onPointerDown={(event) => {
        pressed.current = event.pointerType === 'mouse' && onDrag ? placeOf(event.target) : null;
      }}
      onPointerMove={(event) => {
        if (pressed.current === null) return;
        const place = placeOf(event.target);
        setOver(place === pressed.current ? null : place);
      }}
      onPointerUp={(event) => {
        const [from, to] = [pressed.current, placeOf(event.target)];
        pressed.current = null;
        setOver(null);
        if (from !== null && to !== null && from !== to) onDrag?.(from, to);
      }}
      onPointerLeave={() => {
        pressed.current = null;
        setOver(null);
      }}
    >
      {Array.from({ length: count }, (_, place) => (
        <button
          key={nameOf(place)}
          type="button"
          data-place={place}
          data-end={over !== null && (place === over || place === pressed.current) ? true : undefined}
          tabIndex={place === within ? 0 : -1}
          aria-label={nameOf(place)}
          aria-pressed={place === chosen}
          title={nameOf(place)}
          onFocus={() => setFocused(place)}
          onClick={() => onChoose(place)}
        />
      ))}
    </div>
  );
});
