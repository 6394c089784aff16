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
  /** Asks for one file, for several, or for all in a folder. */
  readonly asks?: 'file' | 'files' | 'folder';
  readonly children: ReactNode;
  /** A rejection is shown below the button. */
  onFile(file: File, files: readonly File[]): Promise<void>;
}

/** Asks for a file, says that it is being read, and what was wrong with it. */
export function FileButton({ className, accept, title, inputRef, asks = 'file', children, onFile }: FileButtonProps) {
  const messages = useMessages();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useProblem();

  const open = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    setReading(true);
    setProblem(null);
    try {
      await onFile(file, files);
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
          // Of a folder everything is given, whatever is accepted.
          {...(asks === 'folder' ? { webkitdirectory: '' } : { accept, multiple: asks === 'files' })}
          disabled={reading}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file chosen again is a change again.
            event.currentTarget.value = '';
            void open(files);
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
