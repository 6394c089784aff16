import type { ImitatedInfo } from '../../../data/imitated/info';
import type { Series } from '../../../store/series';
import type { HealthRow } from '../quality/health';

/** Rows that a verdict is made of. */
const rowsRead = 10;

/** The last rows of the curves, as the verdict on a run's health reads them. */
export function healthRows({ step, values }: Series, info: ImitatedInfo): readonly HealthRow[] {
  const modes = info.imitates === 'points' && info.modes ? info.modes.centres.length / info.coordinates.length : null;
  const first = Math.max(0, step.length - rowsRead);
  return step.slice(first).map((_, i): HealthRow => {
    const at = (name: string) => values[name]?.[first + i] ?? Number.NaN;
    return {
      generatorLoss: at('generatorLoss'),
      realAccuracy: at('calledReal'),
      generatedAccuracy: at('caught'),
      spread: at('spread'),
      identical: at('identical'),
      ...(modes && { modesCovered: at('modes') / modes }),
    };
  });
}
