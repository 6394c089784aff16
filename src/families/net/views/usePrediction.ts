import { useCallback, useRef, useState } from 'react';
import { useController, usePlayground } from '../../../app/context';
import type { RawRow } from '../../../data/dataset';
import { type ProblemData, toProblem } from '../../../problem';

export type Prediction = { readonly answer: readonly number[] } | { readonly problem: ProblemData };

/**
 * Asks the network about one row. While an answer is awaited only the latest of the rows asked about is kept, so
 * that asking at every step never piles up. An answer of a run that has been replaced is forgotten.
 */
export function usePrediction(): { readonly prediction: Prediction | null; readonly ask: (row: RawRow) => void } {
  const controller = useController();
  const run = usePlayground((state) => state.run);
  const [shown, setShown] = useState<{ readonly run: unknown; readonly prediction: Prediction } | null>(null);
  const waiting = useRef<{ next: RawRow | null } | null>(null);
  const ask = useCallback(
    (row: RawRow) => {
      if (waiting.current) {
        waiting.current.next = row;
        return;
      }
      const turn = { next: null as RawRow | null };
      waiting.current = turn;
      const settle = (prediction: Prediction) => {
        setShown({ run, prediction });
        waiting.current = null;
        if (turn.next) ask(turn.next);
      };
      controller.predict([row]).then(
        ([answer]) => settle({ answer: typeof answer === 'string' ? [] : (answer ?? []) }),
        (error: unknown) => settle({ problem: toProblem(error).toData() }),
      );
    },
    [controller, run],
  );
  return { prediction: shown?.run === run ? (shown?.prediction ?? null) : null, ask };
}
