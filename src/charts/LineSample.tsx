/** A short piece of the line a legend speaks of: solid for training, dashed for test. */
export function LineSample({ test = false }: { readonly test?: boolean }) {
  return (
    <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
      <path
        d="M1 4h16"
        fill="none"
        strokeWidth="2"
        strokeLinecap={test ? 'butt' : 'round'}
        stroke={test ? 'var(--test)' : 'var(--accent)'}
        strokeDasharray={test ? '4.4 2.2' : undefined}
      />
    </svg>
  );
}
