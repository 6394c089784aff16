import { memo } from 'react';
import type { SaidSymbol } from '../view';
import { sureLevel } from './sample';

interface Props {
  readonly first: number;
  readonly said: readonly SaidSymbol[];
}

const kinds: Readonly<Record<string, string>> = { '\n': 'newline', ' ': 'space' };

/** A piece of a sample, each symbol on the tone of how sure the network was. Drawn once: full chunks never change. */
export const SampleChunk = memo(function SampleChunk({ first, said }: Props) {
  return said.map(({ symbol, probability, likeliest }, i) => (
    <span
      key={first + i}
      className={kinds[symbol]}
      data-place={first + i}
      data-sure={likeliest.length === 0 ? 'given' : sureLevel(probability)}
    >
      {symbol}
    </span>
  ));
});
