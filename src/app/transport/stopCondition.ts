import { formatSteps } from '../../charts/figures';
import type { Messages } from '../../i18n/en';
import { formatMessage } from '../../i18n/format';
import type { Until } from '../../training/progress';

export const stopKinds = ['never', 'step', 'epoch', 'seconds', 'metric'] as const;
export type StopKind = (typeof stopKinds)[number];

/** The kind of a condition; of several the first counts as the one that is shown. */
export function stopKind(stop: Until): StopKind {
  return stopKinds.find((kind) => kind !== 'never' && stop[kind] !== undefined) ?? 'never';
}

/** A stop condition in a few words, for the chip. */
export function describeStop(stop: Until, { chips, transport }: Messages): string {
  const metricName = (name: string) => (transport.metrics as Readonly<Record<string, string>>)[name] ?? name;
  const parts = [
    stop.step !== undefined && formatMessage(chips.stopAtStep, { value: formatSteps(stop.step) }),
    stop.epoch !== undefined && formatMessage(chips.stopAtEpoch, { value: formatSteps(stop.epoch) }),
    stop.seconds !== undefined && formatMessage(chips.stopAfter, { value: formatSteps(stop.seconds) }),
    stop.metric && `${metricName(stop.metric[0])} ${stop.metric[1]} ${stop.metric[2]}`,
  ].filter(Boolean);
  return parts.join(' · ') || chips.stopNever;
}
