import { languages, languageTag, useLanguage } from '../../i18n/language';
import { useMessages } from '../../i18n/useMessages';

/** Each language in its own words. */
const names = { en: 'English', zh: '中文' };

export function LanguageSelect() {
  const { app } = useMessages();
  const { language, setLanguage } = useLanguage();
  return (
    <select
      className="quiet"
      aria-label={app.language}
      value={language}
      onChange={(event) => {
        const chosen = languages.find((id) => id === event.currentTarget.value);
        if (chosen) setLanguage(chosen);
      }}
    >
      {languages.map((id) => (
        <option key={id} value={id} lang={languageTag[id]}>
          {names[id]}
        </option>
      ))}
    </select>
  );
}
