import type { ReactNode } from 'react';
import { readStored, store } from '../store/storage';

interface PanelProps {
  /** Under which it is remembered whether the panel is open. */
  readonly id: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A card that folds away, and stays as it was left. */
export function Panel({ id, title, hint, children }: PanelProps) {
  const storageKey = `deepseek-playground/panel/${id}`;
  return (
    <section className="panel">
      <details
        open={readStored(storageKey) !== 'closed'}
        onToggle={(event) => {
          // Folds within the panel tell of themselves here too.
          if (event.target === event.currentTarget) store(storageKey, event.currentTarget.open ? 'open' : 'closed');
        }}
      >
        <summary>
          <h2>{title}</h2>
          {hint && <span className="hint">{hint}</span>}
        </summary>
        {children}
      </details>
    </section>
  );
}
