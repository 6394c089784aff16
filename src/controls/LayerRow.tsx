import type { CSSProperties } from 'react';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { NumberEntry } from './NumberEntry';
import { parseNumberText } from './numberText';

interface LayerRowProps {
  /** From 1. */
  readonly position: number;
  readonly width: number;
  readonly maxWidth: number;
  /** Width as a share of the widest layer's, for the bar. */
  readonly share: number;
  onWidth(width: number): void;
  /** What was typed: a number, or a text that is none. */
  onEntered(entered: number | string): void;
  /** Null for a layer that has to stay. */
  readonly onRemove: (() => void) | null;
}

/** About an eighth of the width, so that a few presses matter at any size: 1 up to 15, 2 from 16, 4 from 32 … */
const stepAt = (width: number) => Math.max(1, 2 ** (Math.floor(Math.log2(width)) - 3));

export function LayerRow({ position, width, maxWidth, share, onWidth, onEntered, onRemove }: LayerRowProps) {
  const { panels } = useMessages();
  const words = (template: string) => formatMessage(template, { index: position });
  const wider = () => onWidth(Math.min(maxWidth, width + stepAt(width)));
  const narrower = () => onWidth(Math.max(1, width - stepAt(Math.max(1, width - 1))));
  return (
    <li className="layer" style={{ '--share': share } as CSSProperties}>
      <span className="layer-name">{words(panels.layer)}</span>
      <button
        type="button"
        className="nudge"
        aria-label={words(panels.narrower)}
        disabled={width <= 1}
        onClick={narrower}
      >
        −
      </button>
      <NumberEntry
        label={words(panels.layerWidth)}
        shown={width.toLocaleString('en')}
        editable={String(width)}
        onCommit={(text) => onEntered(parseNumberText({}, text))}
        onNudge={(direction) => (direction === 1 ? wider() : narrower())}
      />
      <button
        type="button"
        className="nudge"
        aria-label={words(panels.wider)}
        disabled={width >= maxWidth}
        onClick={wider}
      >
        +
      </button>
      <button
        type="button"
        className="nudge"
        aria-label={words(panels.removeLayer)}
        disabled={!onRemove}
        onClick={onRemove ?? undefined}
      >
        ×
      </button>
    </li>
  );
}
