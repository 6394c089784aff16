import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { formatShare, formatSteps } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { RecFrame, RecLook } from '../view';
import { SampleChunk } from './SampleChunk';
import { SymbolDetail } from './SymbolDetail';
import { firstPlace, saidAt } from './sample';
import { symbolText } from './symbolText';
import { useHold } from './useHold';
import { useSample } from './useSample';

interface Props {
  readonly frame: RecFrame & { readonly kind: 'text' };
  /** Whether every line is a text of its own. */
  readonly lines: boolean;
  readonly look: RecLook;
  /** Symbols of a line at most, where lines stand in columns. */
  readonly lineLength: number | null;
}

interface Cursor {
  readonly place: number;
  readonly by: 'pointer' | 'keys';
}

/** Pixels from the end within which the text is followed. */
const nearEnd = 30;

/**
 * The sample as it streams in. It follows its end, and stands still while someone reads it: under the pointer,
 * with a symbol chosen by the arrow keys, scrolled back, or with a part selected.
 */
export function SampleText({ frame, lines, look, lineLength }: Props) {
  const { recView: words } = useMessages();
  const sample = useSample(frame, { lines, prompt: look.prompt, take: look.take });
  const { shown, reasons, keep, release } = useHold(sample);
  const text = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const symbol = cursor && saidAt(shown, cursor.place);
  const waiting = sample.length < shown.length ? sample.length : sample.length - shown.length;

  useLayoutEffect(() => {
    // What is held may be scrolled; what streams in is followed.
    if (reasons.length > 0 || !text.current || shown.length < 0) return;
    text.current.scrollTop = text.current.scrollHeight;
    text.current.scrollLeft = text.current.scrollWidth;
  }, [shown, reasons]);

  useEffect(() => {
    const change = () => {
      const selection = document.getSelection();
      const inside = selection && !selection.isCollapsed && text.current?.contains(selection.anchorNode);
      if (inside) keep('selection');
      else release('selection');
    };
    document.addEventListener('selectionchange', change);
    return () => document.removeEventListener('selectionchange', change);
  }, [keep, release]);

  const point = (event: PointerEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-place]') : null;
    if (target) keep('pointer');
    else release('pointer');
    setCursor(target ? { place: Number(target.dataset.place), by: 'pointer' } : null);
  };
  const leave = () => {
    release('pointer');
    release('keys');
    setCursor(null);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const end = shown.length - 1;
    const at = cursor?.place;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: at === undefined ? end : at - 1,
      ArrowRight: at === undefined ? end : at + 1,
      Home: firstPlace(shown),
      End: end,
    };
    if (event.key === 'Escape') leave();
    const place = places[event.key];
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keep('keys');
    setCursor({ place: Math.max(firstPlace(shown), Math.min(end, place)), by: 'keys' });
  };
  const scroll = () => {
    const { scrollTop, clientHeight, scrollHeight, scrollLeft, clientWidth, scrollWidth } = text.current as HTMLElement;
    const away = Math.max(scrollHeight - scrollTop - clientHeight, scrollWidth - scrollLeft - clientWidth);
    if (away > nearEnd) keep('scroll');
    else release('scroll');
  };

  return (
    <div className="sample">
      <div
        ref={text}
        className="sample-text"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={words.sampleLabel}
        aria-description={words.sampleHint}
        tabIndex={0}
        data-lines={lineLength !== null || undefined}
        style={{ '--line-length': lineLength } as CSSProperties}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onBlur={leave}
        onKeyDown={press}
        onScroll={scroll}
      >
        {shown.chunks.map(({ first, said }) => (
          <SampleChunk key={first} first={first} said={said} />
        ))}
        <i className="sample-caret" data-held={reasons.length > 0 || undefined} aria-hidden="true" />
      </div>
      {cursor && symbol && <SymbolDetail text={text} place={cursor.place} symbol={symbol} />}
      <output className="visually-hidden" aria-live="polite">
        {cursor?.by === 'keys' && symbol && `${symbolText(symbol.symbol)} ${formatShare(symbol.probability)}`}
      </output>
      {reasons.length > 0 && waiting > 0 && (
        <p className="sample-held">{formatMessage(words.held, { count: formatSteps(waiting) })}</p>
      )}
    </div>
  );
}
