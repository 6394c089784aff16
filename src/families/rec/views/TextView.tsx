import './text.css';
import type { SequenceInfo } from '../../../data/sequences/info';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { RecFrame } from '../view';
import type { Looking } from './looking';
import { SampleControls } from './SampleControls';
import { SampleText } from './SampleText';
import { useSample } from './useSample';

interface Props extends Looking {
  readonly info: SequenceInfo;
  readonly frame: RecFrame & { readonly kind: 'text' };
}

/** Text: what the network writes, while it learns to. */
export function TextView({ info, frame, look, onLook }: Props) {
  const { view: common, recView: words } = useMessages();
  const sample = useSample(frame);
  const { input, layout } = info;
  return (
    <ViewCard title={words.titleText}>
      <SampleControls look={look} onLook={onLook} vocabulary={input.kind === 'symbols' ? input.vocabulary : []} />
      <SampleText sample={sample} lines={layout.kind === 'next' && layout.form === 'lines'} />
      <div className="view-legend">
        <span>{words.tintMeaning}</span>
        <span className="view-ramp">
          {common.unsure}
          <i />
          {common.sure}
        </span>
      </div>
    </ViewCard>
  );
}
