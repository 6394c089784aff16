import { useId, useState } from 'react';
import { usePopover } from '../../controls/usePopover';
import { useMessages } from '../../i18n/useMessages';
import { Icon } from '../Icon';

/** Copies the link to the present settings; where the browser forbids that, shows it to be copied by hand. */
export function ShareButton() {
  const { app } = useMessages();
  const inputId = useId();
  const { trigger, panel } = usePopover();
  const [link, setLink] = useState('');
  const [copied, setCopied] = useState<boolean | null>(null);

  const copy = async () => {
    setLink(window.location.href);
    setCopied(null);
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };

  return (
    <>
      <button type="button" className="quiet" {...trigger} onClick={() => void copy()}>
        <Icon name="share" size={16} />
        {app.share}
      </button>
      <div className="popover" {...panel}>
        <p role="status">{copied === null ? '' : copied ? app.shareCopied : app.shareByHand}</p>
        <label className="visually-hidden" htmlFor={inputId}>
          {app.shareLink}
        </label>
        <input
          id={inputId}
          className="text-box"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p className="aside">{app.shareNot}</p>
      </div>
    </>
  );
}
