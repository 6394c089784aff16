import './text.css';
import type { SequenceInfo } from '../../../data/sequences/info';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { RecFrame } from '../view';
import type { Looking } from './looking';
import { SampleControls } from './SampleControls';
import { SampleText } from './SampleText';

interface Props extends Looking {
  readonly info: SequenceInfo;
  readonly frame: RecFrame & { readonly kind: 'text' };
}

/** Lines of so many symbols stand in columns. */
const longestLine = 32;

/** Text: what the network writes, while it learns to. */
export function TextView({ info, frame, look, onLook }: Props) {
  const { view: common, recView: words } = useMessages();
  const { name, length, input, layout } = info;
  const lines = layout.kind === 'next' && layout.form === 'lines';
  return (
    <ViewCard title={words.titleText}>
      <SampleControls look={look} onLook={onLook} vocabulary={input.kind === 'symbols' ? input.vocabulary : []} />
      <SampleText
        key={name}
        frame={frame}
        lines={lines}
        look={look}
        lineLength={lines && length <= longestLine ? length : null}
      />
      <div className="view-legend">
        <span className="sample-legend">{words.tintMeaning}</span>
        <span className="view-ramp">
          {common.unsure}
          <i />
          {common.sure}
        </span>
      </div>
    </ViewCard>
  );
}
