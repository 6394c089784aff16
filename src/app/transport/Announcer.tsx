import { useEffect, useState } from 'react';
import { formatFigure, formatSteps } from '../../charts/figures';
import { lastFinite } from '../../charts/lastFinite';
import { leadingMetric } from '../../charts/leading';
import type { Messages } from '../../i18n/en';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import { playgroundStore } from '../../store/playground';
import { usePlayground } from '../context';

const everyMs = 10_000;

function say({ phases, metrics, announced }: Messages['transport']): string {
  const { phase, step, series } = playgroundStore.getState();
  const name = leadingMetric(series);
  const value = lastFinite(series.values[name]);
  if (phase === 'loading' || !Number.isFinite(value)) return phases[phase];
  return formatMessage(announced, {
    phase: phases[phase],
    step: formatSteps(step),
    metric: metrics[name],
    value: formatFigure(value),
  });
}

/** Tells screen readers what the figures show: when the state changes, and every ten seconds while it trains. */
export function Announcer() {
  const { transport } = useMessages();
  const phase = usePlayground((state) => state.phase);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    setSpoken(say(transport));
    if (phase !== 'training') return;
    const timer = setInterval(() => setSpoken(say(transport)), everyMs);
    return () => clearInterval(timer);
  }, [phase, transport]);
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
