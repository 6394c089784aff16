import { type Ref, useId, useState } from 'react';
import { useController } from '../app/context';
import { Icon } from '../app/Icon';
import { openFile } from '../app/openFile';
import { formatSteps } from '../charts/figures';
import { useProblem } from '../controls/useProblem';
import { describeProblem } from '../i18n/describeProblem';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { toProblem } from '../problem';

/** Takes a text that a person pastes or types, and learns from it. */
export function PasteDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const messages = useMessages();
  const { app, panels } = messages;
  const words = panels.text;
  const controller = useController();
  const [id, titleId, aboutId] = [useId(), useId(), useId()];
  const [text, setText] = useState('');
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useProblem();
  const [hint, setHint] = useState('');

  const paste = async () => {
    try {
      const found = await navigator.clipboard.readText();
      setHint(found === '' ? words.clipboardEmpty : '');
      if (found !== '') setText(found);
    } catch {
      setHint(words.clipboardRefused);
    }
  };

  const learn = async (dialog: HTMLDialogElement | null, file: File) => {
    setReading(true);
    setProblem(null);
    try {
      await openFile(controller, file, 'text');
      setText('');
      dialog?.close();
    } catch (error) {
      setProblem(toProblem(error).toData());
    } finally {
      setReading(false);
    }
  };

  return (
    <dialog
      ref={ref}
      className="dialog paste"
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      onClose={() => {
        setHint('');
        setProblem(null);
      }}
      onClick={(event) => {
        // The backdrop is the dialog itself; everything within is a descendant.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void learn(event.currentTarget.closest('dialog'), new File([text], words.pastedName, { type: 'text/plain' }));
        }}
      >
        <header>
          <h2 id={titleId}>{words.pasteTitle}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={app.close}
            onClick={(event) => event.currentTarget.closest('dialog')?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <p id={aboutId}>{words.pasteAbout}</p>
        <label className="visually-hidden" htmlFor={id}>
          {words.pasteLabel}
        </label>
        <textarea
          id={id}
          className="text-box"
          rows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <p className="paste-count">
          <span>{formatMessage(words.characters, { count: formatSteps(text.length) })}</span>
          <span role="status">{hint}</span>
        </p>
        {problem && (
          <p className="field-problem" role="alert">
            {describeProblem(problem, messages)}
          </p>
        )}
        <div className="actions">
          <button type="button" className="quiet" onClick={() => void paste()}>
            {words.clipboard}
          </button>
          <button type="submit" className="quiet primary" disabled={reading || text.trim() === ''}>
            {reading ? panels.reading : words.learn}
          </button>
        </div>
      </form>
    </dialog>
  );
}
