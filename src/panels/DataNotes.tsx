import { useController, usePlayground } from '../app/context';
import { Icon } from '../app/Icon';
import { attempt } from '../app/refusal';
import { useMessages } from '../i18n/useMessages';
import { describeNote } from './describeNote';

/** What was repaired, left out or is suspicious in the data, the suspicious first. */
export function DataNotes() {
  const { panels } = useMessages();
  const controller = useController();
  const notes = usePlayground((state) => state.run?.notes);
  const columns = usePlayground(({ config }) => config.data.columns);
  const ignore = (column: string) =>
    attempt(controller.configure({ data: { columns: { ...columns, [column]: 'ignore' } } }));
  if (!notes?.length) return null;
  const sorted = [...notes].sort((a, b) => Number(b.kind === 'leak') - Number(a.kind === 'leak'));
  return (
    <ul className="data-notes">
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
