import { formatSteps } from '../../charts/figures';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import { watchedPace } from '../../store/playground';
import { useController, usePlayground } from '../context';
import { Icon } from '../Icon';

/** Slow enough to watch, or as fast as the machine can. */
export function PaceSwitch() {
  const { transport } = useMessages();
  const controller = useController();
  const full = usePlayground((state) => state.pace === 'full');
  const { label, help } = transport.pace;
  return (
    <button
      type="button"
      className="chip pace"
      aria-pressed={full}
      title={formatMessage(help, { count: formatSteps(watchedPace) })}
      onClick={() => controller.setPace(full ? 'watch' : 'full')}
    >
      <Icon name="bolt" size={14} />
      {label}
    </button>
  );
}
