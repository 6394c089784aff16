/** A short piece of the line a legend speaks of: solid for training, dashed for test, or for the generator where it stands against the discriminator. */
export function LineSample({ second = false }: { readonly second?: boolean }) {
  return (
    <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
      <path
        d="M1 4h16"
        fill="none"
        strokeWidth="2"
        strokeLinecap={second ? 'butt' : 'round'}
        stroke={second ? 'var(--test)' : 'var(--accent)'}
        strokeDasharray={second ? '4.4 2.2' : undefined}
      />
    </svg>
  );
}
