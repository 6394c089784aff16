import { describeProblem } from '../i18n/describeProblem';
import { useMessages } from '../i18n/useMessages';
import { useController, usePlayground } from './context';
import { Icon } from './Icon';
import { useTraining } from './useTraining';

/** Stands above everything while a run cannot go on, with what the notice about it offers to do. */
export function FailureBanner() {
  const messages = useMessages();
  const { dismiss } = useController();
  const { reset } = useTraining();
  const error = usePlayground((state) => (state.phase === 'failed' ? state.error : null));
  const built = usePlayground((state) => state.run !== null);
  const notice = usePlayground(({ notices }) => notices.find(({ problem }) => problem.key === error?.key));
  if (!error) return null;
  const action = notice?.action;
  return (
    <section className="failure" role="alert">
      <Icon name="warning" size={24} />
      <div>
        <h2>{messages.transport[built ? 'failedTitle' : 'unbuiltTitle']}</h2>
        <p>{describeProblem(error, messages)}</p>
      </div>
      {action && (
        <button
          type="button"
          className="quiet primary"
          onClick={() => {
            dismiss(notice.id);
            action.run();
          }}
        >
          {messages.noticeActions[action.label]}
        </button>
      )}
      <button type="button" className={action ? 'quiet' : 'quiet primary'} onClick={reset}>
        {messages.transport.reset}
      </button>
    </section>
  );
}
