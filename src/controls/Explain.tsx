import type { ReactNode } from 'react';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { usePopover } from './usePopover';

/** The small “?” beside a term, and the explanation it opens. */
export function Explain({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { panels } = useMessages();
  const { trigger, panel } = usePopover();
  return (
    <>
      <button type="button" className="explain" aria-label={formatMessage(panels.explain, { label })} {...trigger}>
        ?
      </button>
      <div className="popover explanation" {...panel}>
        {children}
      </div>
    </>
  );
}
