import { backendIds, stepModes } from '../training/names';
import type { Timing } from '../training/progress';
import { forget, readStored, store } from './storage';

// Backend timings by shape of work, kept over visits: measuring costs up to a second.

/** The number goes up when steps are computed in another way: what was measured of them before says nothing. */
const key = 'deepseek-playground/timings/2';
const outdatedKey = 'deepseek-playground/timings';
const mostShapes = 100;

type Timings = Readonly<Record<string, readonly Timing[]>>;

function isTiming(value: unknown): value is Timing {
  if (typeof value !== 'object' || value === null) return false;
  const { backend, mode, msPerStep } = value as Readonly<Record<string, unknown>>;
  const known = backendIds.some((id) => id === backend) && stepModes.some((name) => name === mode);
  return known && (msPerStep === null || typeof msPerStep === 'number');
}

export function rememberedTimings(): Timings {
  try {
    const stored: unknown = JSON.parse(readStored(key) ?? '{}');
    const entries = Object.entries(stored ?? {}).filter(([, list]) => Array.isArray(list) && list.every(isTiming));
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** Keeps the timings of a shape; the shapes seen longest ago make room. */
export function rememberTimings(shape: string, timings: readonly Timing[]): void {
  if (timings.length === 0) return;
  forget(outdatedKey);
  const entries = Object.entries(rememberedTimings()).filter(([known]) => known !== shape);
  entries.push([shape, timings]);
  store(key, JSON.stringify(Object.fromEntries(entries.slice(-mostShapes))));
}
