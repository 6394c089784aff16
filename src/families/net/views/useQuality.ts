import { usePlayground } from '../../../app/context';
import { formatFigure, formatShare } from '../../../charts/figures';
import { lastFinite } from '../../../charts/lastFinite';
import type { TargetInfo } from '../../../data/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';

/** One sentence on how right the network is now; empty before the first measurement. */
export function useQuality(target: TargetInfo): string {
  const { view: words } = useMessages();
  const classes = target.kind === 'classes';
  const train = usePlayground(({ series }) => lastFinite(series.values[classes ? 'accuracy' : 'r2']));
  const test = usePlayground(({ series }) => lastFinite(series.values[classes ? 'testAccuracy' : 'testR2']));
  if (Number.isNaN(train)) return '';
  const format = classes ? formatShare : formatFigure;
  const values = { train: format(train), test: format(test) };
  if (Number.isNaN(test)) return formatMessage(classes ? words.rightOnTraining : words.explainsTraining, values);
  return formatMessage(classes ? words.rightOn : words.explains, values);
}
