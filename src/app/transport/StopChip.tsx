import { useId, useState } from 'react';
import { formatSteps } from '../../charts/figures';
import { NumberEntry } from '../../controls/NumberEntry';
import { parseNumberText } from '../../controls/numberText';
import { usePopover } from '../../controls/usePopover';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import type { Until } from '../../training/progress';
import { useController, usePlayground } from '../context';
import { MetricCondition, type MetricStop } from './MetricCondition';
import { describeStop, type StopKind, stopKind } from './stopCondition';

/** First suggestions, kept while the popover tries one kind after another. */
const suggested = { step: 10_000, epoch: 100, seconds: 60, metric: ['testLoss', '<', 0.01] } as const satisfies Until;
/** A generator that is not told apart any more has no loss that tells so. */
const ofGen = ['testCalledReal', '<', 0.55] as const satisfies Until['metric'];

/** When training pauses by itself; opens the choice. */
export function StopChip() {
  const messages = useMessages();
  const { chips } = messages;
  const { setStop } = useController();
  const { trigger, panel } = usePopover();
  const titleId = useId();
  const groupName = useId();
  const stop = usePlayground((state) => state.stop);
  const [values, setValues] = useState<Required<Until>>({ ...suggested, ...stop });
  const family = usePlayground((state) => state.config.family);
  const kind = stopKind(stop);
  const untouched = values.metric === suggested.metric;
  const metric = untouched && family === 'gen' ? ofGen : values.metric;

  const choose = (chosen: StopKind) =>
    setStop(chosen === 'never' ? {} : { [chosen]: chosen === 'metric' ? metric : values[chosen] });
  const change = (patch: Until) => {
    setValues({ ...values, ...patch });
    setStop(patch);
  };
  const radio = (option: StopKind) => (
    <input type="radio" name={groupName} checked={kind === option} onChange={() => choose(option)} />
  );
  const limits = [
    ['step', chips.stopStep],
    ['epoch', chips.stopEpoch],
    ['seconds', chips.stopSeconds],
  ] as const;

  return (
    <>
      <button type="button" className="chip" data-set={kind !== 'never' || undefined} {...trigger}>
        {formatMessage(chips.stop, { when: describeStop(stop, messages) })}
      </button>
      <div className="popover" {...panel}>
        <h2 id={titleId}>{chips.stopTitle}</h2>
        <div className="stop-rows" role="radiogroup" aria-labelledby={titleId}>
          <label>
            {radio('never')} {chips.stopNever}
          </label>
          {limits.map(([option, label]) => (
            <div key={option}>
              <label>
                {radio(option)} {label}
              </label>
              <NumberEntry
                label={label}
                shown={formatSteps(values[option])}
                editable={String(values[option])}
                onCommit={(text) => {
                  const limit = parseNumberText({}, text);
                  if (typeof limit === 'number' && limit > 0) change({ [option]: limit });
                }}
              />
            </div>
          ))}
          <div>
            <label>
              {radio('metric')} {chips.stopMetric}
            </label>
            <MetricCondition value={metric} onChange={(chosen: MetricStop) => change({ metric: chosen })} />
          </div>
        </div>
      </div>
    </>
  );
}
