import { create } from 'zustand';
import { readStored, store } from '../store/storage';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'deepseek-playground/theme';

function storedTheme(): Theme {
  const stored = readStored(storageKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}

export const useTheme = create<{ readonly theme: Theme; setTheme(theme: Theme): void }>()((set) => ({
  theme: storedTheme(),
  setTheme(theme) {
    store(storageKey, theme);
    set({ theme });
  },
}));
