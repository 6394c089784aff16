import './crosshair.css';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';

interface Place {
  /** 0 … 1 from the left and from the top. */
  readonly across: number;
  readonly down: number;
  readonly by: 'pointer' | 'keys';
}

interface Props {
  /** What can be done here, for people who do not see it. */
  readonly label: string;
  /** What stands at a place. */
  readonly read: (across: number, down: number) => ReactNode;
  /** Draws the vertical line alone, where the place's height means nothing. */
  readonly upright?: boolean;
}

const stride = 1 / 40;
const directions: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const clamp = (unit: number) => Math.min(1, Math.max(0, unit));

/** A crosshair that follows the mouse, a finger or the arrow keys, and reads out what is under it. */
export function Crosshair({ label, read, upright = false }: Props) {
  const [place, setPlace] = useState<Place | null>(null);
  const follow = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    setPlace({
      across: clamp((event.clientX - left) / width),
      down: clamp((event.clientY - top) / height),
      by: 'pointer',
    });
  };
  const press = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (event.key === 'Escape') setPlace(null);
    if (!direction) return;
    event.preventDefault();
    const reach = stride * (event.shiftKey ? 4 : 1);
    setPlace((old) => ({
      across: clamp((old?.across ?? 0.5) + direction[0] * reach),
      down: clamp((old?.down ?? 0.5) + direction[1] * reach),
      by: 'keys',
    }));
  };
  const side = place && place.across > 0.62 ? 'left' : 'right';
  const level = place && place.down < 0.25 ? 'below' : 'above';
  return (
    <div
      className="crosshair"
      role="application"
      aria-label={label}
      tabIndex={0}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setPlace(null)}
      onBlur={() => setPlace(null)}
      onKeyDown={press}
    >
      {place && (
        <>
          <i className="crosshair-upright" style={{ left: `${place.across * 100}%` }} />
          {!upright && <i className="crosshair-level" style={{ top: `${place.down * 100}%` }} />}
        </>
      )}
      <output
        className="crosshair-words"
        aria-live={place?.by === 'keys' ? 'polite' : 'off'}
        data-side={side}
        data-level={level}
        style={place ? { left: `${place.across * 100}%`, top: `${place.down * 100}%` } : undefined}
        hidden={!place}
      >
        {place && read(place.across, place.down)}
      </output>
    </div>
  );
}
