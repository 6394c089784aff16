import { Icon } from '../../../app/Icon';
import { useMessages } from '../../../i18n/useMessages';

interface Props {
  readonly walking: boolean;
  start(): void;
  stop(): void;
}

/** Begins to walk through a step, and leaves it. */
export function SlowMotionButton({ walking, start, stop }: Props) {
  const { genView: words } = useMessages();
  return (
    <button
      type="button"
      className="quiet gen-slow-button"
      data-on={walking || undefined}
      title={words.slowMotionHelp}
      onClick={walking ? stop : start}
    >
      <Icon name={walking ? 'pause' : 'play'} size={14} />
      {walking ? words.stopSlowMotion : words.slowMotion}
    </button>
  );
}
