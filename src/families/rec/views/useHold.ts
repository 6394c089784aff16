import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Why something that goes on stands still. */
export type HoldReason = 'pointer' | 'keys' | 'scroll' | 'selection';

const none: readonly HoldReason[] = [];

interface Hold<T> {
  readonly value: T;
  readonly reasons: readonly HoldReason[];
}

/** A value that goes on changing, but stands still for as long as there is a reason. */
export function useHold<T>(latest: T) {
  const [hold, setHold] = useState<Hold<T> | null>(null);
  const newest = useRef(latest);
  useLayoutEffect(() => {
    newest.current = latest;
  }, [latest]);
  const keep = useCallback((reason: HoldReason) => {
    const value = newest.current;
    setHold((old) => {
      if (!old) return { value, reasons: [reason] };
      return old.reasons.includes(reason) ? old : { ...old, reasons: [...old.reasons, reason] };
    });
  }, []);
  const release = useCallback((reason: HoldReason) => {
    setHold((old) => {
      if (!old?.reasons.includes(reason)) return old;
      const reasons = old.reasons.filter((other) => other !== reason);
      return reasons.length > 0 ? { ...old, reasons } : null;
    });
  }, []);
  return { shown: hold ? hold.value : latest, reasons: hold?.reasons ?? none, keep, release };
}
