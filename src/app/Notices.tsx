import { type ReactNode, useEffect, useState } from 'react';
import { describeProblem } from '../i18n/describeProblem';
import { useMessages } from '../i18n/useMessages';
import type { Notice } from '../store/playground';
import { useController, usePlayground } from './context';
import { Icon } from './Icon';
import { dismissRefusal, useRefusal } from './refusal';

/** Long enough to read and reach; a pointer or the focus on it keeps it. */
const infoMs = 20_000;

interface ToastProps {
  readonly tone: Notice['tone'];
  readonly fades: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  onDismiss(): void;
}

function Toast({ tone, fades, action, children, onDismiss }: ToastProps) {
  const { app } = useMessages();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!fades || held) return;
    const timer = setTimeout(onDismiss, infoMs);
    return () => clearTimeout(timer);
  }, [fades, held, onDismiss]);
  return (
    <li
      className={`toast ${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone !== 'info' && <Icon name="warning" />}
      <p>{children}</p>
      {action}
      <button type="button" className="icon-button" aria-label={app.dismiss} onClick={onDismiss}>
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

function NoticeToast({ notice }: { readonly notice: Notice }) {
  const messages = useMessages();
  const { dismiss } = useController();
  const [onDismiss] = useState(() => () => dismiss(notice.id));
  const { action } = notice;
  return (
    <Toast
      tone={notice.tone}
      fades={notice.tone === 'info' && notice.problem.key !== 'resumeOffered'}
      onDismiss={onDismiss}
      action={
        action && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              onDismiss();
              action.run();
            }}
          >
            {messages.noticeActions[action.label]}
          </button>
        )
      }
    >
      {describeProblem(notice.problem, messages)}
    </Toast>
  );
}

/** What the page has to say: news politely, problems at once. */
export function Notices() {
  const messages = useMessages();
  const notices = usePlayground((state) => state.notices);
  const refusal = useRefusal((state) => state.problem);
  const banner = usePlayground((state) => (state.phase === 'failed' ? state.error?.key : undefined));
  const problems = notices.filter(({ tone, problem }) => tone === 'problem' && problem.key !== banner);
  const news = notices.filter((notice) => notice.tone !== 'problem');
  return (
    <aside className="notices" aria-label={messages.app.notices}>
      <div role="alert">
        <ul>
          {problems.map((notice) => (
            <NoticeToast key={notice.id} notice={notice} />
          ))}
          {refusal && (
            <Toast tone="problem" fades={false} onDismiss={dismissRefusal}>
              {describeProblem(refusal, messages)}
            </Toast>
          )}
        </ul>
      </div>
      <div role="status">
        <ul>
          {news.map((notice) => (
            <NoticeToast key={notice.id} notice={notice} />
          ))}
        </ul>
      </div>
    </aside>
  );
}
