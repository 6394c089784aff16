import { useMemo } from 'react';
import { formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { PointsFrame } from '../view';
import { realShown } from './layers';
import { shareCalledReal } from './verdicts';

/** Milliseconds between two readings of figures in a sentence. */
const pace = 500;

/** How the game stands, in words; empty before there is anything to see. */
export function useCaption(frame: PointsFrame | null, real: Float32Array, coordinates: number, extent: number): string {
  const { genView: words } = useMessages();
  const shown = useThrottled(frame, pace);
  return useMemo(() => {
    if (!shown || shown.generated.length === 0) return '';
    const share = (points: Float32Array) => shareCalledReal(points, coordinates, shown.verdict, extent);
    const [ofReal, ofMade] = [share(real.subarray(0, realShown * coordinates)), share(shown.generated)];
    const lead = ofReal - ofMade;
    const verdict = lead > 0.8 ? words.apart : lead < -0.1 ? words.fooled : lead < 0.15 ? words.unsure : '';
    const values = { real: formatShare(ofReal), made: formatShare(ofMade) };
    return [formatMessage(words.verdicts, values), verdict].filter(Boolean).join(words.between);
  }, [shown, real, coordinates, extent, words]);
}
