import { type LineSign, lineCss } from './lines';

/** A short piece of a line, for legends. */
export function LineKey({ sign }: { readonly sign: LineSign }) {
  const { dash, width, dots } = sign;
  const css = lineCss(sign);
  return (
    <svg className="line-key" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
      <path
        d="M1 6h24"
        fill="none"
        stroke={css}
        strokeWidth={width}
        strokeLinecap={dash.length > 0 ? 'butt' : 'round'}
        strokeDasharray={dash.join(' ') || undefined}
      />
      {dots && (
        <circle cx="13" cy="6" r="3.2" fill={dots === 'hollow' ? 'var(--card)' : css} stroke={css} strokeWidth="1.5" />
      )}
    </svg>
  );
}
