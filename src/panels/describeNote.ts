import { formatSteps } from '../charts/figures';
import type { PictureNote } from '../data/images/note';
import type { DataNote } from '../data/note';
import type { SequenceNote } from '../data/sequences/note';
import type { Note } from '../families/info';
import type { Messages } from '../i18n/en';
import { formatMessage } from '../i18n/format';

type Words = Messages['panels']['notes'];

const ofTables: readonly string[] = [
  'imputed',
  'ignored',
  'droppedRows',
  'blankRows',
  'leak',
  'singleRows',
] satisfies readonly DataNote['kind'][];
const ofPictures: readonly string[] = [
  'brokenPictures',
  'otherFiles',
  'manyClasses',
] satisfies readonly PictureNote['kind'][];
const isOfPictures = (note: Note): note is PictureNote => ofPictures.includes(note.kind);
const isOfTable = (note: Note): note is DataNote => ofTables.includes(note.kind);

function describeTableNote(note: DataNote, words: Words): string {
  switch (note.kind) {
    case 'imputed':
      return formatMessage(words.imputed, { ...note, count: formatSteps(note.count) });
    case 'droppedRows':
      return formatMessage(words.droppedRows, { count: formatSteps(note.count) });
    case 'blankRows':
      return formatMessage(words.blankRows, { columns: note.columns, count: formatSteps(note.count) });
    case 'leak':
      return formatMessage(words.leak, { column: note.column });
    case 'ignored':
      return formatMessage(words.ignored[note.reason], { column: note.column });
    case 'singleRows':
      return formatMessage(words.singleRows, { column: note.column, classes: note.classes.join(', ') });
  }
}

/** The values of a note as they are written. */
function shownValues({ kind: _, ...values }: SequenceNote | PictureNote): Record<string, string> {
  const shown = Object.entries(values).map(([name, value]: [string, string | number]) => {
    return [name, typeof value === 'number' ? formatSteps(value) : value] as const;
  });
  return Object.fromEntries(shown);
}

function describeSequenceNote(note: SequenceNote, words: Words['sequences']): string {
  const keyed = note.kind === 'timeColumn' && note.key !== '';
  return formatMessage(words[keyed ? 'timeAndKey' : note.kind], shownValues(note));
}

/** The sentence for something that was repaired, left out, or should be known of the data. */
export function describeNote(note: Note, words: Words): string {
  if (isOfPictures(note)) return formatMessage(words.pictures[note.kind], shownValues(note));
  return isOfTable(note) ? describeTableNote(note, words) : describeSequenceNote(note, words.sequences);
}
