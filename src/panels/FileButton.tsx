import { type ReactNode, type Ref, useState } from 'react';
import { useProblem } from '../controls/useProblem';
import { describeProblem } from '../i18n/describeProblem';
import { useMessages } from '../i18n/useMessages';
import { toProblem } from '../problem';

interface FileButtonProps {
  readonly className: string;
  /** File types, as `<input accept>` takes them. */
  readonly accept: string;
  readonly title?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly children: ReactNode;
  /** A rejection is shown below the button. */
  onFile(file: File): Promise<void>;
}

/** Asks for a file, says that it is being read, and what was wrong with it. */
export function FileButton({ className, accept, title, inputRef, children, onFile }: FileButtonProps) {
  const messages = useMessages();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useProblem();

  const open = async (file: File) => {
    setReading(true);
    setProblem(null);
    try {
      await onFile(file);
    } catch (error) {
      setProblem(toProblem(error).toData());
    } finally {
      setReading(false);
    }
  };

  return (
    <>
      <label className={`file-button ${className}`} title={title}>
        <input
          ref={inputRef}
          type="file"
          accept={accept}
          disabled={reading}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file chosen again is a change again.
            event.currentTarget.value = '';
            if (file) void open(file);
          }}
        />
        {reading ? messages.panels.reading : children}
      </label>
      {problem && (
        <p className="field-problem" role="alert">
          {describeProblem(problem, messages)}
        </p>
      )}
    </>
  );
}
