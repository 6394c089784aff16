import { useController, usePlayground } from '../app/context';
import { Icon } from '../app/Icon';
import { attempt } from '../app/refusal';
import { formatSteps } from '../charts/figures';
import type { DataNote } from '../data/note';
import type { Messages } from '../i18n/en';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';

function describeNote(note: DataNote, words: Messages['panels']['notes']): string {
  switch (note.kind) {
    case 'imputed':
      return formatMessage(words.imputed, { ...note, count: formatSteps(note.count) });
    case 'droppedRows':
      return formatMessage(words.droppedRows, { count: formatSteps(note.count) });
    case 'leak':
      return formatMessage(words.leak, { column: note.column });
    case 'ignored':
      return formatMessage(words.ignored[note.reason], { column: note.column });
    case 'singleRows':
      return formatMessage(words.singleRows, { column: note.column, classes: note.classes.join(', ') });
  }
}

/** What was repaired, left out or is suspicious in the table, the suspicious first. */
export function TableNotes() {
  const { panels } = useMessages();
  const controller = useController();
  const notes = usePlayground((state) => state.run?.notes);
  const columns = usePlayground((state) => state.config.data.columns);
  const ignore = (column: string) =>
    attempt(controller.configure({ data: { columns: { ...columns, [column]: 'ignore' } } }));
  if (!notes?.length) return null;
  const sorted = [...notes].sort((a, b) => Number(b.kind === 'leak') - Number(a.kind === 'leak'));
  return (
    <ul className="table-notes">
      {sorted.map((note) => {
        const text = describeNote(note, panels.notes);
        return (
          <li key={text} className={note.kind === 'leak' ? 'leak' : undefined}>
            {note.kind === 'leak' && <Icon name="warning" size={14} />}
            {note.kind === 'leak' ? (
              <span>
                {text}{' '}
                <button type="button" className="text-button" onClick={() => ignore(note.column)}>
                  {panels.notes.ignoreColumn}
                </button>
              </span>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}
