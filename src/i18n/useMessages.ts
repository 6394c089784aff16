import { en, type Messages } from './en';
import { type Language, useLanguage } from './language';
import { zh } from './zh';

const tables: Readonly<Record<Language, Messages>> = { en, zh };

/** The words of the language in use; a change of language renders again. */
export function useMessages(): Messages {
  return tables[useLanguage((state) => state.language)];
}

/** The same words outside components. */
export function currentMessages(): Messages {
  return tables[useLanguage.getState().language];
}
