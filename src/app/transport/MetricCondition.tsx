import { NumberEntry } from '../../controls/NumberEntry';
import { parseNumberText } from '../../controls/numberText';
import { useMessages } from '../../i18n/useMessages';
import type { Until } from '../../training/progress';
import { usePlayground } from '../context';

export type MetricStop = NonNullable<Until['metric']>;

interface MetricConditionProps {
  readonly value: MetricStop;
  onChange(value: MetricStop): void;
}

/** “test loss below 0.01”, from the metrics that the run records. */
export function MetricCondition({ value, onChange }: MetricConditionProps) {
  const { chips, transport } = useMessages();
  const recorded = usePlayground((state) => Object.keys(state.series.values).join());
  const names = [...new Set([...recorded.split(',').filter(Boolean), value[0]])];
  const words: Readonly<Record<string, string>> = transport.metrics;
  return (
    <div className="metric-condition">
      <select
        aria-label={chips.stopMetricName}
        value={value[0]}
        onChange={(event) => onChange([event.currentTarget.value, value[1], value[2]])}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {words[name] ?? name}
          </option>
        ))}
      </select>
      <select
        aria-label={chips.stopMetricOp}
        value={value[1]}
        onChange={(event) => onChange([value[0], event.currentTarget.value === '<' ? '<' : '>', value[2]])}
      >
        <option value="<">{chips.below}</option>
        <option value=">">{chips.above}</option>
      </select>
      <NumberEntry
        label={chips.stopMetricValue}
        shown={String(value[2])}
        editable={String(value[2])}
        onCommit={(text) => {
          const limit = parseNumberText({}, text);
          if (typeof limit === 'number') onChange([value[0], value[1], limit]);
        }}
      />
    </div>
  );
}
