import { useId } from 'react';
import { useMessages } from '../i18n/useMessages';

interface Props {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function SmoothingSlider({ value, onChange }: Props) {
  const { charts: words } = useMessages();
  const helpId = useId();
  return (
    <div className="charts-smoothing" title={words.smoothingHelp}>
      <label>
        <span>{words.smoothing}</span>
        <input
          type="range"
          min={0}
          max={0.99}
          step={0.01}
          value={value}
          aria-describedby={helpId}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output>{value.toFixed(2)}</output>
      </label>
      <p id={helpId} className="visually-hidden">
        {words.smoothingHelp}
      </p>
    </div>
  );
}
