import { useEffect, useRef, useState } from 'react';
import type { RecFrame } from '../view';
import { appendSaid, emptySample } from './sample';

interface Options {
  /** Whether every line is a text of its own. */
  readonly lines: boolean;
  readonly prompt: string;
}

/** Milliseconds between two handfuls of lines: each is whole by itself, and they can be read. */
const linesPace = 700;

/**
 * The sample that the pieces of all frames so far make; each frame counts once. Running text begins anew with a
 * fresh piece; lines, which are all begun anew, follow each other at a pace that can be read.
 */
export function useSample(frame: RecFrame & { readonly kind: 'text' }, { lines, prompt }: Options) {
  const [sample, setSample] = useState(emptySample);
  const earliest = useRef(0);
  const last = useRef<unknown>(null);
  useEffect(() => {
    if (last.current === frame) return;
    last.current = frame;
    const now = performance.now();
    const { said, fresh } = frame;
    if (lines) {
      // Lines with the prompt before this one may still be on their way.
      const begins = Array.from(prompt).every((symbol, i) => said[i]?.symbol === symbol);
      if (!begins || now < earliest.current) return;
      earliest.current = now + linesPace;
    }
    setSample((old) => appendSaid(old, said, fresh && !lines));
  }, [frame, lines, prompt]);
  return sample;
}
