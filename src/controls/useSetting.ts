import { useCallback, useEffect, useRef, useState } from 'react';
import { useController, usePlayground } from '../app/context';
import type { Change, GroupName } from '../config/setting';
import { type ProblemData, toProblem } from '../problem';
import { useProblem } from './useProblem';

/** While a slider moves, live settings are applied this often; rebuilding ones wait for this long a rest. */
const pace: Readonly<Record<Change, number>> = { live: 60, rebuild: 150 };

export interface SettingHandle<T> {
  /** What the control shows: the value on its way, or else the one in the config. */
  readonly value: T;
  /** Why the last value was refused. */
  readonly problem: ProblemData | null;
  /** Moves the control and applies the value at the setting's pace. */
  slide(value: T): void;
  /** Applies a value that slides have left waiting. */
  flush(): void;
  /** Moves the control and applies the value at once; a refusal takes the control back to the true value. */
  choose(value: T): void;
  /** Applies what may not even be a value of this setting, for the gate to judge. */
  enter(value: unknown): void;
}

/** One setting of the config as a control sees it. */
export function useSetting<T>(group: GroupName, name: string, change: Change): SettingHandle<T> {
  const { configure } = useController();
  const stored = usePlayground((state) => (state.config[group] as Readonly<Record<string, unknown>>)[name]) as T;
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const [problem, setProblem] = useProblem();
  const waiting = useRef<{ readonly value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);

  const enter = useCallback(
    (value: unknown) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = null;
      turn.current += 1;
      const mine = turn.current;
      const settle = (refusal: ProblemData | null) => {
        if (mine !== turn.current) return;
        setProblem(refusal);
        if (!waiting.current) setDraft(null);
      };
      configure({ [group]: { [name]: value } }).then(
        () => settle(null),
        (error: unknown) => settle(toProblem(error).toData()),
      );
    },
    [configure, group, name, setProblem],
  );

  const flush = useCallback(() => {
    if (waiting.current) enter(waiting.current.value);
  }, [enter]);

  const slide = useCallback(
    (value: T) => {
      waiting.current = { value };
      setDraft({ value });
      if (change === 'rebuild') clearTimeout(timer.current);
      else if (timer.current !== undefined) return;
      timer.current = setTimeout(flush, pace[change]);
    },
    [change, flush],
  );

  const choose = useCallback(
    (value: T) => {
      setDraft({ value });
      enter(value);
    },
    [enter],
  );

  // A control that goes away with its panel takes no change with it.
  useEffect(() => flush, [flush]);

  return { value: draft ? draft.value : stored, problem, slide, flush, choose, enter };
}
