import { usePlayground } from '../app/context';
import { formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { DataNotes } from './DataNotes';
import { SettingList } from './SettingList';

/** Settings that have their place beside the table. */
export const inTable = ['target', 'time', 'key', 'columns', 'condition'];

/** What was read from the person's file: its size, its first rows, and what is remarkable in it. */
export function TableLook() {
  const { panels } = useMessages();
  const table = usePlayground((state) => state.table);
  if (!table) return <p className="field-problem">{panels.missing}</p>;
  const size = { rows: formatSteps(table.rows), columns: formatSteps(table.columns.length) };
  const peek = formatMessage(panels.peekHint, { count: table.head.length, name: table.name });
  return (
    <div className="table-look">
      <p>
        <b>{table.name}</b>
        <small>{formatMessage(panels.tableSize, size)}</small>
        {!table.header && <small>{panels.noHeader}</small>}
        {table.skipped > 0 && <small>{formatMessage(panels.skipped, { count: formatSteps(table.skipped) })}</small>}
      </p>
      <DataNotes />
      <SettingList group="data" only={inTable} />
      <details className="more">
        <summary>{panels.peek}</summary>
        {/* Scrolls sideways, and so has to be within reach of the keyboard. */}
        <section className="peek" aria-label={peek} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column.name} scope="col">
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.head.map((row, place) => (
                <tr key={place}>
                  {table.columns.map((column, i) => (
                    <td key={column.name}>{row[i]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
