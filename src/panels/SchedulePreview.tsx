import { usePlayground } from '../app/context';
import { formatFigure, formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { type Schedule, scheduleShare } from '../training/schedule';

const width = 240;
const height = 44;
const points = 120;

/** Long enough to see the whole of a schedule, and a few decays of those that never end. */
function horizon({ schedule, warmupSteps, scheduleSteps }: Schedule): number {
  const decays = schedule === 'step' || schedule === 'exponential' ? 4 : 1.25;
  return schedule === 'constant' ? warmupSteps * 2 : warmupSteps + scheduleSteps * decays;
}

/** The learning rate over the steps to come, and where training is. */
export function SchedulePreview() {
  const { panels } = useMessages();
  const train = usePlayground((state) => state.config.train);
  const steps = Math.max(2, Math.round(horizon(train)));
  // A new place is worth drawing only where it moves by a pixel.
  const now = usePlayground(({ step }) => Math.min(width + 2, Math.round(((step / steps) * width) / 2) * 2));
  const shares = Array.from({ length: points + 1 }, (_, i) =>
    scheduleShare(train, Math.round((i / points) * (steps - 1))),
  );
  const y = (share: number) => 3 + (1 - share) * (height - 6);
  const path = shares.map((share, i) => `${((i / points) * width).toFixed(1)} ${y(share).toFixed(1)}`).join('L');
  const label = formatMessage(panels.schedulePreview, {
    steps: formatSteps(steps),
    from: formatFigure((shares[0] as number) * train.learningRate),
    to: formatFigure((shares.at(-1) as number) * train.learningRate),
  });
  return (
    <figure className="schedule">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <path className="schedule-area" d={`M0 ${height}L${path}L${width} ${height}z`} />
        <path className="schedule-line" d={`M${path}`} />
        {now <= width && <path className="schedule-now" d={`M${now} 0V${height}`} />}
      </svg>
      <figcaption aria-hidden="true">
        <span>0</span>
        <span>{formatSteps(steps)}</span>
      </figcaption>
    </figure>
  );
}
