import type { ReactNode } from 'react';

interface Props {
  readonly shown: boolean;
  readonly onFlip: () => void;
  readonly children: ReactNode;
}

/** An entry of a legend that hides its line, and shows it again. */
export function LegendSwitch({ shown, onFlip, children }: Props) {
  return (
    <button type="button" className="legend-switch" aria-pressed={shown} onClick={onFlip}>
      {children}
    </button>
  );
}
