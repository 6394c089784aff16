import './palette.css';
import { useSyncExternalStore } from 'react';
import { parseColour, type Rgb } from './colour';

const names = ['card', 'well', 'line', 'ink', 'soft', 'accent', 'warm', 'cool', 'test'] as const;
export const classColourCount = 10;

export type ThemeColours = Readonly<Record<(typeof names)[number], Rgb>> & { readonly classes: readonly Rgb[] };

function readColours(): ThemeColours {
  const probe = document.createElement('i');
  probe.style.transition = 'none';
  document.body.append(probe);
  const read = (name: string): Rgb => {
    probe.style.color = `var(--${name})`;
    return parseColour(getComputedStyle(probe).color);
  };
  const tokens = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<(typeof names)[number], Rgb>;
  const classes = Array.from({ length: classColourCount }, (_, i) => read(`class-${i}`));
  probe.remove();
  return { ...tokens, classes };
}

let current: ThemeColours | null = null;
const snapshot = () => {
  current ??= readColours();
  return current;
};

const listeners = new Set<() => void>();
let unwatch = () => {};

/** The theme may have changed: everything that draws hears of it, whoever looked first. */
function again(): void {
  const next = readColours();
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  for (const changed of listeners) changed();
}

/** Watches the system's preference and the attributes of the page. */
function watch(): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', again);
  const observer = new MutationObserver(again);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    dark.removeEventListener('change', again);
    observer.disconnect();
  };
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) unwatch = watch();
  listeners.add(changed);
  // Style sheets may have arrived between the first look and now.
  again();
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) unwatch();
  };
}

/** The theme's colours as numbers, for drawing on a canvas. The same object until the theme changes. */
export function useThemeColours(): ThemeColours {
  return useSyncExternalStore(subscribe, snapshot);
}
