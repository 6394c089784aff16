import type { ReactNode } from 'react';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { usePopover } from './usePopover';

interface Props {
  readonly label: string;
  /** What it answers, where that is not what the label means. */
  readonly question?: string;
  readonly children: ReactNode;
}

/** The small “?” beside a term, and the explanation it opens. */
export function Explain({ label, question, children }: Props) {
  const { panels } = useMessages();
  const { trigger, panel } = usePopover();
  return (
    <>
      <button
        type="button"
        className="explain"
        aria-label={formatMessage(question ?? panels.explain, { label })}
        {...trigger}
      >
        ?
      </button>
      <div className="popover explanation" {...panel}>
        {children}
      </div>
    </>
  );
}
