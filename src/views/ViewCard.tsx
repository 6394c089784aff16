import './views.css';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** What stands at the right of the title. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

export function ViewCard({ title, controls, children }: Props) {
  const titleId = useId();
  return (
    <section className="view-card" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {controls}
      </header>
      {children}
    </section>
  );
}
