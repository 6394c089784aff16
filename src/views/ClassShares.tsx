import { formatShare } from '../charts/figures';
import { MarkSample } from './MarkSample';
import { classSign } from './marks';

interface Props {
  readonly classes: readonly string[];
  /** One probability per class. */
  readonly shares: readonly number[];
  /** How many of the likeliest classes to show. */
  readonly most: number;
}

/** The likeliest classes with their probabilities as bars. */
export function ClassShares({ classes, shares, most }: Props) {
  const ranked = shares
    .map((share, index) => ({ share, index, name: classes[index] ?? '' }))
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
  return (
    <div className="class-shares">
      {ranked.map(({ share, index, name }) => {
        const { css, shape, spot } = classSign(index, classes.length);
        return (
          <div key={name}>
            <MarkSample shape={shape} colour={css} spot={spot} />
            <span>{name}</span>
            <i style={{ width: `${100 * Math.max(0, Math.min(1, share))}%`, background: css }} />
            <b>{formatShare(share)}</b>
          </div>
        );
      })}
    </div>
  );
}
