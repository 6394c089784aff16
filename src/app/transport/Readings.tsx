import { formatFigure, formatSteps } from '../../charts/figures';
import { lastFinite } from '../../charts/lastFinite';
import { leadingMetric } from '../../charts/leading';
import { useMessages } from '../../i18n/useMessages';
import type { PlaygroundState } from '../../store/playground';
import { usePlayground } from '../context';

interface ReadingProps {
  readonly label: string;
  /** Room kept in characters, so that neighbours stand still while figures grow. */
  readonly room: number;
  readonly read: (state: PlaygroundState) => string;
}

/** Hidden from screen readers: ten changes a second are for eyes, the announcer speaks instead. */
function Reading({ label, room, read }: ReadingProps) {
  const text = usePlayground(read);
  return (
    <div className="reading" style={{ minWidth: `${room}ch` }}>
      <b>{text}</b>
      <span>{label}</span>
    </div>
  );
}

const counted = (pick: (state: PlaygroundState) => number) => (state: PlaygroundState) =>
  state.run ? formatSteps(pick(state)) : '–';
const readStep = counted((state) => state.step);
const readEpoch = counted((state) => state.epoch);
const readSteps = counted((state) => state.stepsPerSecond);
const readExamples = counted((state) => state.examplesPerSecond);
const leading = ({ series, config }: PlaygroundState) =>
  series.step.length === 0 && config.family === 'gen' ? 'generatorLoss' : leadingMetric(series);
const readLeading = (state: PlaygroundState) => formatFigure(lastFinite(state.series.values[leading(state)]));

export function ProgressReadings() {
  const { transport } = useMessages();
  const metric = usePlayground(leading);
  return (
    <div className="readings" aria-hidden="true">
      <Reading label={transport.readings.step} room={7} read={readStep} />
      <Reading label={transport.readings.epoch} room={5} read={readEpoch} />
      <Reading label={transport.metrics[metric]} room={6} read={readLeading} />
    </div>
  );
}

export function SpeedReadings() {
  const { transport } = useMessages();
  return (
    <div className="readings speed" aria-hidden="true">
      <Reading label={transport.readings.stepsPerSecond} room={6} read={readSteps} />
      <Reading label={transport.readings.examplesPerSecond} room={8} read={readExamples} />
    </div>
  );
}
