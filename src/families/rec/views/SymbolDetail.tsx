import { type RefObject, useLayoutEffect, useRef } from 'react';
import { formatShare } from '../../../charts/figures';
import { useMessages } from '../../../i18n/useMessages';
import type { SaidSymbol } from '../view';
import { alternatives } from './ranked';
import { SymbolShares } from './SymbolShares';
import { symbolText } from './symbolText';

interface Props {
  /** The element that the symbol stands in. */
  readonly text: RefObject<HTMLElement | null>;
  readonly place: number;
  readonly symbol: SaidSymbol;
}

/** What the network could have said at a place, beside the symbol that it said. */
export function SymbolDetail({ text, place, symbol }: Props) {
  const { recView: words } = useMessages();
  const ring = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const span = text.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    const frame = text.current?.parentElement?.getBoundingClientRect();
    if (!span || !frame || !ring.current || !panel.current) return;
    span.scrollIntoView({ block: 'nearest' });
    // The last of the boxes: a line's end stands on two lines.
    const box = [...span.getClientRects()].find(({ width }) => width > 0) ?? span.getBoundingClientRect();
    const [left, top] = [box.left - frame.left, box.top - frame.top];
    Object.assign(ring.current.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    const { offsetWidth: width, offsetHeight: height } = panel.current;
    const across = Math.max(0, Math.min(frame.width - width, left + box.width / 2 - width / 2));
    const below = top < height + 10;
    panel.current.style.left = `${across}px`;
    panel.current.style.top = `${below ? top + box.height + 8 : top - height - 8}px`;
  }, [text, place]);
  const shares = alternatives(symbol);
  return (
    <>
      <i ref={ring} className="sample-ring" />
      <div ref={panel} className="sample-detail" aria-hidden="true">
        <p>
          <b>{symbolText(symbol.symbol)}</b>
          {shares.length > 0 ? formatShare(symbol.probability) : words.given}
        </p>
        {shares.length > 0 && <SymbolShares shares={shares} said={symbol.symbol} />}
      </div>
    </>
  );
}
