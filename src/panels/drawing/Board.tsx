import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { cssColour } from '../../canvas/colour';
import { prepareSurface } from '../../canvas/surface';
import { useThemeColours } from '../../canvas/themeColours';
import { useBox } from '../../canvas/useBox';
import { boardExtent } from '../../data/imitated/drawing';
import type { Points, Spot, ToolName } from './tools';

interface Props {
  readonly label: string;
  readonly points: Points;
  readonly tool: ToolName;
  onBegin(): void;
  onMove(tool: ToolName, from: Spot, to: Spot): void;
}

const directions: Readonly<Record<string, Spot>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const stride = boardExtent / 20;
const radius = 1.6;
const onBoard = (value: number) => Math.min(boardExtent, Math.max(-boardExtent, value));
const percent = (value: number) => `${50 * (1 + value / boardExtent)}%`;

function spotOf({ clientX, clientY }: { clientX: number; clientY: number }, element: Element): Spot {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [
    onBoard((2 * ((clientX - left) / width) - 1) * boardExtent),
    onBoard((1 - 2 * ((clientY - top) / height)) * boardExtent),
  ];
}

/** A square to draw points on, with a mouse, a finger, a pen, or the keys: arrows move a cursor, Enter puts points. */
export function Board({ label, points, tool, onBegin, onMove }: Props) {
  const colours = useThemeColours();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const at = useRef<Spot | null>(null);
  const box = useBox(frame);
  const [cursor, setCursor] = useState<Spot | null>(null);

  useEffect(() => {
    const context = box && canvas.current && prepareSurface(canvas.current, box);
    if (!context) return;
    context.fillStyle = cssColour(colours.cool);
    for (let i = 0; i + 1 < points.length; i += 2) {
      const x = (0.5 + (points[i] ?? 0) / (2 * boardExtent)) * box.width;
      const y = (0.5 - (points[i + 1] ?? 0) / (2 * boardExtent)) * box.height;
      context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }, [box, points, colours]);

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCursor(null);
    onBegin();
    at.current = spotOf(event, event.currentTarget);
    onMove(tool, at.current, at.current);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!at.current) return;
    const to = spotOf(event, event.currentTarget);
    onMove(tool, at.current, to);
    at.current = to;
  };
  const lift = () => {
    at.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const dabs = event.key === 'Enter' || event.key === ' ';
    if (!direction && !dabs) return;
    event.preventDefault();
    const [x, y] = cursor ?? [0, 0];
    if (dabs) {
      onBegin();
      // A single place is sprayed around, as there is no stroke.
      onMove(tool === 'brush' ? 'spray' : tool, [x, y], [x, y]);
    }
    const reach = stride * (event.shiftKey ? 4 : 1);
    setCursor([onBoard(x + reach * (direction?.[0] ?? 0)), onBoard(y + reach * (direction?.[1] ?? 0))]);
  };

  return (
    <div
      ref={frame}
      className="board"
      role="application"
      aria-label={label}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
      onKeyDown={press}
      onBlur={() => setCursor(null)}
    >
      <canvas ref={canvas} />
      {cursor && <i className="board-cursor" style={{ left: percent(cursor[0]), bottom: percent(cursor[1]) }} />}
    </div>
  );
}
