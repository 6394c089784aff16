/** Longer lines than this are sentences or paragraphs, not the entries of a list. */
const longestEntry = 64;
const leastEntries = 20;
/** Of so many lines one may be longer, or blank. */
const exceptions = 50;

/** The lines of a text that say something, without white space at their ends. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/**
 * Whether a text is a list, each line an entry of its own: many short lines that do not stand in paragraphs and
 * do not end like sentences. Otherwise it is running text.
 */
export function looksLikeLines(text: string): boolean {
  const all = text.trimEnd().split('\n');
  const lines = linesOf(text);
  const few = (count: number) => count * exceptions <= all.length;
  return (
    lines.length >= leastEntries &&
    few(all.length - lines.length) &&
    few(lines.filter((line) => line.length > longestEntry).length) &&
    lines.filter((line) => /[.,;:!?。，；：！？]$/.test(line)).length * 4 <= lines.length
  );
}
