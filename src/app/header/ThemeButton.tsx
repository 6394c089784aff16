import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import { Icon } from '../Icon';
import { type Theme, useTheme } from '../theme';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

export function ThemeButton() {
  const { app } = useMessages();
  const { theme, setTheme } = useTheme();
  const label = formatMessage(app.theme, { theme: app.themes[theme] });
  return (
    <button
      type="button"
      className="quiet square"
      aria-label={label}
      title={label}
      onClick={() => setTheme(next[theme])}
    >
      <Icon name={theme} />
    </button>
  );
}
