import { createRef } from 'react';
import { useMessages } from '../../i18n/useMessages';
import { usePlayground } from '../context';
import { Icon } from '../Icon';

const dialog = createRef<HTMLDialogElement>();

/** Shows the help over the page. */
export function openHelp(): void {
  dialog.current?.showModal();
}

export function HelpDialog() {
  const { app, help, panels } = useMessages();
  const family = usePlayground((state) => state.config.family);
  const marks = [
    ['mark-live', panels.live, help.liveText],
    ['mark-rebuild', '↻', help.rebuildText],
    ['explain', '?', help.explainText],
  ] as const;
  const keys = [
    [help.space, help.shortcuts.play],
    ['S', help.shortcuts.step],
    ['R', help.shortcuts.reset],
    ['?', help.shortcuts.help],
  ] as const;
  return (
    <dialog
      ref={dialog}
      className="dialog help"
      aria-labelledby="help-title"
      onClick={(event) => {
        // The backdrop is the dialog itself; everything within is a descendant.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <form method="dialog">
        <header>
          <h2 id="help-title">{help.title}</h2>
          <button type="submit" className="icon-button" aria-label={app.close}>
            <Icon name="close" />
          </button>
        </header>
        <h3>{help.picture}</h3>
        <p>{help.pictureText[family]}</p>
        <h3>{help.settings}</h3>
        <dl className="help-marks">
          {marks.map(([className, mark, meaning]) => (
            <div key={className}>
              <dt>
                <span className={className}>{mark}</span>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>{help.seedText}</p>
        <h3>{help.keys}</h3>
        <dl className="help-marks">
          {keys.map(([key, action]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{action}</dd>
            </div>
          ))}
        </dl>
        <h3>{help.privacy}</h3>
        <p>{help.privacyText}</p>
        <p className="aside">{help.nameText}</p>
      </form>
    </dialog>
  );
}
