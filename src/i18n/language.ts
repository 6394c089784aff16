import { create } from 'zustand';
import { readStored, store } from '../store/storage';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'deepseek-playground/language';

function initialLanguage(): Language {
  const stored = readStored(storageKey);
  return languages.find((id) => id === stored) ?? (globalThis.navigator?.language.startsWith('zh') ? 'zh' : 'en');
}

export const useLanguage = create<{ readonly language: Language; setLanguage(language: Language): void }>()((set) => ({
  language: initialLanguage(),
  setLanguage(language) {
    store(storageKey, language);
    set({ language });
  },
}));

/** The tag for `<html lang>` and for Intl. */
export const languageTag: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };
