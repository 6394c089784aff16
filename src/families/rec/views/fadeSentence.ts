import { formatShare } from '../../../charts/figures';
import type { Messages } from '../../../i18n/en';
import { formatMessage } from '../../../i18n/format';

/** Below the first share the beginning teaches a network nothing; below the second, little. */
const [gone, weak] = [0.01, 0.1];

/** What the fading of the gradient means for the first step, in one sentence. */
export function fadeSentence(fade: Float32Array, words: Messages['recView']): string {
  const share = fade[0] ?? Number.NaN;
  if (!Number.isFinite(share) || fade.length < 2) return words.fadeNone;
  const template = share < gone ? words.fadeGone : share < weak ? words.fadeWeak : words.fadeStrong;
  return formatMessage(template, { share: share < 0.0005 ? '< 0.1\u202f%' : formatShare(share) });
}
