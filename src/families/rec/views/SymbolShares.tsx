import { formatShare } from '../../../charts/figures';
import type { Ranked } from './ranked';
import { symbolText } from './symbolText';

interface Props {
  readonly shares: Ranked;
  /** The one that was said. */
  readonly said?: string | undefined;
  /** The one that is right. */
  readonly right?: string | undefined;
}

/** Symbols with their probabilities as bars. */
export function SymbolShares({ shares, said, right }: Props) {
  return (
    <ol className="symbol-shares" data-judged={right !== undefined || undefined}>
      {shares.map(([symbol, share]) => (
        <li key={symbol} data-said={symbol === said || undefined}>
          <span>{symbolText(symbol)}</span>
          <i style={{ width: `${100 * Math.max(0, Math.min(1, share))}%` }} />
          <b>{formatShare(share)}</b>
          {right !== undefined && <em>{symbol === right ? '✓' : ''}</em>}
        </li>
      ))}
    </ol>
  );
}
