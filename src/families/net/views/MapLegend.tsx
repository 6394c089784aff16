import type { Scale } from '../../../canvas/paintField';
import { formatFigure } from '../../../charts/figures';
import type { TargetInfo } from '../../../data/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { MarkSample } from '../../../views/MarkSample';
import { classSign } from '../../../views/marks';

interface Props {
  readonly target: TargetInfo;
  readonly scale: Scale;
  readonly showTest: boolean;
}

/** What the marks and the colours of the map mean. */
export function MapLegend({ target, scale, showTest }: Props) {
  const { view: words } = useMessages();
  const classes = target.kind === 'classes' ? target.classes : [];
  const many = classes.length > 2;
  const [low, high] = target.kind === 'numbers' ? [scale.low, scale.high].map((end) => formatFigure(end)) : classes;
  return (
    <div className="view-legend">
      {classes.map((name, index) => {
        const { css, shape, spot } = classSign(index, classes.length);
        return (
          <span key={name}>
            <MarkSample shape={shape} colour={css} spot={spot} />
            {many ? name : formatMessage(words.className, { name })}
          </span>
        );
      })}
      <span>
        <MarkSample shape="circle" colour="var(--soft)" />
        {words.training}
      </span>
      {showTest && (
        <span>
          <MarkSample shape={many ? 'circle' : 'diamond'} colour="var(--soft)" hollow={many} />
          {words.test}
        </span>
      )}
      <span className="view-ramp" data-many={many || undefined}>
        {many ? words.unsure : low}
        <i />
        {many ? words.sure : high}
      </span>
    </div>
  );
}
