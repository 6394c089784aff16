/**
 * The columns that a config's `data.target` names: one by its name, or several, divided by commas. A name may hold
 * commas itself: of the runs of text between commas, the longest that is a column's name is taken. What is no
 * column's name is returned as it is, for the caller to refuse; each name comes once.
 */
export function targetNames(target: string, columns: readonly string[]): readonly string[] {
  const known = new Set(columns);
  const longest = columns.reduce((most, column) => Math.max(most, column.split(',').length), 1);
  const pieces = target.split(',');
  const names = new Set<string>();
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(from + longest, pieces.length);
    const run = () => pieces.slice(from, to).join(',').trim();
    while (to > from + 1 && !known.has(run())) to -= 1;
    if (run() !== '') names.add(run());
    from = to;
  }
  return [...names];
}

/** The inverse of targetNames, unless a column is called like two others with a comma and a space between. */
export function joinTargetNames(names: readonly string[]): string {
  return names.join(', ');
}
