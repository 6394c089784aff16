import './transport.css';
import { useMessages } from '../../i18n/useMessages';
import { usePlayground } from '../context';
import { Icon } from '../Icon';
import { useTraining } from '../useTraining';
import { Announcer } from './Announcer';
import { BackendChip } from './BackendChip';
import { PaceSwitch } from './PaceSwitch';
import { ProgressReadings, SpeedReadings } from './Readings';
import { SizeChip } from './SizeChip';
import { StopChip } from './StopChip';

/** Play, step and reset; how far and how fast; where it runs, and when it stops. */
export function Transport() {
  const { transport } = useMessages();
  const { toggle, step, reset } = useTraining();
  const phase = usePlayground((state) => state.phase);
  const trainable = usePlayground((state) => state.run?.trainable ?? false);
  const playing = phase === 'training';
  const idle = !playing && (phase === 'loading' || phase === 'failed' || !trainable);
  const playLabel = playing ? transport.pause : transport.play;
  return (
    <section className="transport" aria-label={transport.label} aria-busy={phase === 'loading'}>
      <div className="transport-main">
        <button
          type="button"
          className="play"
          aria-label={playLabel}
          title={`${playLabel} (Space)`}
          aria-disabled={idle}
          onClick={toggle}
        >
          <Icon name={playing ? 'pause' : 'play'} size={22} />
          {phase === 'loading' && <span className="spinner" />}
        </button>
        <button
          type="button"
          className="round"
          aria-label={transport.step}
          title={`${transport.step} (S)`}
          aria-disabled={idle}
          onClick={step}
        >
          <Icon name="step" />
        </button>
        <button
          type="button"
          className="round"
          aria-label={transport.reset}
          title={`${transport.reset} (R)`}
          aria-disabled={phase === 'loading'}
          onClick={reset}
        >
          <Icon name="reset" />
        </button>
        <ProgressReadings />
      </div>
      <div className="transport-side">
        <SpeedReadings />
        <div className="transport-chips">
          <PaceSwitch />
          <BackendChip />
          <SizeChip />
          <StopChip />
        </div>
      </div>
      <Announcer />
    </section>
  );
}
