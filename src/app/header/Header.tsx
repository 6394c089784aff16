import './header.css';
import { useMessages } from '../../i18n/useMessages';
import { FamilyTabs } from './FamilyTabs';
import { openHelp } from './HelpDialog';
import { LanguageSelect } from './LanguageSelect';
import { Logo } from './Logo';
import { PresetMenu } from './PresetMenu';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';

export function Header() {
  const { app } = useMessages();
  return (
    <header className="header">
      <h1 className="brand">
        <Logo />
        {app.name}
      </h1>
      <FamilyTabs />
      <div className="header-starts">
        <PresetMenu />
        <ShareButton />
      </div>
      <div className="header-tools">
        <LanguageSelect />
        <ThemeButton />
        <button
          type="button"
          className="quiet square"
          aria-label={app.help}
          title={`${app.help} (?)`}
          onClick={openHelp}
        >
          ?
        </button>
      </div>
    </header>
  );
}
