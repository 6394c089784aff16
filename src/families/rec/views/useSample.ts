import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecFrame, SaidSymbol } from '../view';
import { appendSaid, emptySample } from './sample';

interface Options {
  /** Whether every line is a text of its own. */
  readonly lines: boolean;
  readonly prompt: string;
  /** Lines begin anew when it changes; running text says itself when it does. */
  readonly take: number;
}

/** Milliseconds between two handfuls of lines: each is whole by itself, and they can be read. */
const linesPace = 700;

const startsWith = (said: readonly SaidSymbol[], prompt: string) =>
  Array.from(prompt).every((symbol, i) => said[i]?.symbol === symbol);

/**
 * The sample that the pieces of all frames so far make; each frame counts once. Running text goes on with every
 * piece. Lines come whole, as fast as frames do: they are shown at a pace that can be read, always the latest.
 */
export function useSample(frame: RecFrame & { readonly kind: 'text' }, { lines, prompt, take }: Options) {
  const [sample, setSample] = useState(emptySample);
  const last = useRef<unknown>(null);
  const asked = useRef({ prompt, take });
  const earliest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const showLines = useCallback((said: readonly SaidSymbol[]) => {
    clearTimeout(timer.current);
    const show = () => {
      earliest.current = performance.now() + linesPace;
      setSample((old) => appendSaid(old, said));
    };
    const wait = earliest.current - performance.now();
    if (wait > 0) timer.current = setTimeout(show, wait);
    else show();
  }, []);

  useEffect(() => {
    const before = asked.current;
    asked.current = { prompt, take };
    if (lines && (before.prompt !== prompt || before.take !== take)) {
      // The frame that is here answers what was asked before.
      last.current = frame;
      earliest.current = 0;
      clearTimeout(timer.current);
      setSample(emptySample);
    }
    if (last.current === frame) return;
    last.current = frame;
    if (!lines) setSample((old) => appendSaid(old, frame.said, frame.fresh));
    else if (startsWith(frame.said, prompt)) showLines(frame.said);
  }, [frame, lines, prompt, take, showLines]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return sample;
}
