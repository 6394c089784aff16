import './legendSwitch.css';
import type { ReactNode } from 'react';

interface Props {
  readonly shown: boolean;
  readonly help?: string | undefined;
  readonly onFlip: () => void;
  readonly children: ReactNode;
}

/** An entry of a legend that hides what it names, and shows it again. */
export function LegendSwitch({ shown, help, onFlip, children }: Props) {
  return (
    <button type="button" className="legend-switch" aria-pressed={shown} title={help} onClick={onFlip}>
      {children}
    </button>
  );
}
