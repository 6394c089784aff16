import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { Looking } from './looking';

interface Props extends Looking {
  readonly layers: number;
}

/** Which layer's units are shown, where there are several. */
export function LayerChooser({ layers, look, onLook }: Props) {
  const { recView: words } = useMessages();
  if (layers < 2) return null;
  return (
    <select
      className="view-select"
      aria-label={words.layerShown}
      value={Math.min(look.layer, layers - 1)}
      onChange={(event) => onLook({ layer: Number(event.currentTarget.value) })}
    >
      {Array.from({ length: layers }, (_, layer) => (
        <option key={layer} value={layer}>
          {formatMessage(words.layer, { number: layer + 1, count: layers })}
        </option>
      ))}
    </select>
  );
}
