import { type KeyboardEvent, useState } from 'react';

interface NumberEntryProps {
  readonly label: string;
  /** As shown, and as it can be edited. */
  readonly shown: string;
  readonly editable: string;
  onCommit(text: string): void;
  /** Arrow keys: one step up (1) or down (−1). */
  onNudge?(direction: 1 | -1): void;
}

/** A number that becomes a text to edit when it is entered; Enter or leaving applies it, Escape takes it back. */
export function NumberEntry({ label, shown, editable, onCommit, onNudge }: NumberEntryProps) {
  const [text, setText] = useState<string | null>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (onNudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setText(null);
      onNudge(event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Enter') {
      if (text !== null && text !== editable) onCommit(text);
      setText(null);
      event.currentTarget.select();
    } else if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
    }
  };

  return (
    <input
      className="entry"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      size={Math.max(3, (text ?? shown).length)}
      value={text ?? shown}
      onFocus={(event) => {
        setText(editable);
        const input = event.currentTarget;
        // Selecting would take the focus back from where it has gone since.
        requestAnimationFrame(() => document.activeElement === input && input.select());
      }}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== null && text !== editable) onCommit(text);
        setText(null);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
