import { useLayoutEffect } from 'react';
import { languageTag, useLanguage } from '../i18n/language';
import { useTheme } from './theme';

/** Keeps the page's language and colour scheme on `<html>`, where style sheets and screen readers look. */
export function useDocument(): void {
  const language = useLanguage((state) => state.language);
  const theme = useTheme((state) => state.theme);
  useLayoutEffect(() => {
    document.documentElement.lang = languageTag[language];
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
