import { usePlayground } from '../../../app/context';
import { formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import type { ImitatedInfo } from '../../../data/imitated/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { healthOf } from '../quality/health';
import { healthRows } from './healthRows';

/** Milliseconds between two verdicts. */
const pace = 1000;

/** Says in plain words when the game goes wrong, and what to change; nothing while it goes well. */
export function HealthNote({ info }: { readonly info: ImitatedInfo }) {
  const { genView: words } = useMessages();
  const series = useThrottled(
    usePlayground((state) => state.series),
    pace,
  );
  const health = healthOf(healthRows(series, info));
  if (health.kind === 'fine') return null;
  const text =
    health.kind === 'collapse'
      ? formatMessage(words.health[health.sign], { value: formatShare(health.value) })
      : formatMessage(words.health.overwhelmed, {
          real: formatShare(health.realAccuracy),
          made: formatShare(health.generatedAccuracy),
        });
  return (
    <p className="gen-health" role="status">
      {text}
    </p>
  );
}
