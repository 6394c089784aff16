import { useId } from 'react';
import { usePlayground } from '../app/context';
import { formatSteps, formatTick } from '../charts/figures';
import type { ColumnsSetting } from '../config/setting';
import type { ColumnSummary } from '../data/dataset';
import { imitatedType } from '../data/imitated/columns';
import { targetNames } from '../data/table/targetNames';
import type { Messages } from '../i18n/en';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { columnRoles } from './columnRoles';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { useSetting } from './useSetting';

function look({ blanks, distinct, range, examples }: ColumnSummary, panels: Messages['panels']): string {
  const values = range
    ? formatMessage(panels.range, { min: formatTick(range[0]), max: formatTick(range[1]) })
    : distinct > examples.length
      ? `${examples.slice(0, 3).join(', ')}… (${formatMessage(panels.distinct, { count: formatSteps(distinct) })})`
      : examples.join(', ');
  return blanks ? `${values} · ${formatMessage(panels.blanks, { count: formatSteps(blanks) })}` : values;
}

/** Every column of the loaded table with what was found in it, and how it is to be read. */
export function ColumnsControl({ group, name, words, setting }: ControlProps<ColumnsSetting>) {
  const { panels } = useMessages();
  const labelId = useId();
  const table = usePlayground((state) => state.table);
  const target = usePlayground(({ config }) => ('target' in config.data ? config.data.target : null));
  const run = usePlayground((state) => state.run);
  const { value, problem, slide } = useSetting<Readonly<Record<string, string>>>(group, name, setting.change);
  if (!table) return null;
  const names = table.columns.map((column) => column.name);
  const roles = columnRoles(run, table.name);
  const named = targetNames(roles.target ?? target ?? '', names);
  // Where nothing is predicted, labels are read as the words that they stand for.
  const targets = named.length > 0 ? named : target === null ? [] : [table.suggestedTarget];
  const typeOf = (column: ColumnSummary) => (target === null ? imitatedType(column) : column.detected);
  const times = targetNames(roles.time ?? '', names);
  const roleOf = (column: string) => {
    if (targets.includes(column)) return panels.isTarget;
    if (times.includes(column)) return panels.roles.time;
    return column === roles.key ? panels.roles.key : null;
  };
  // What has a part in a run of sequences is read for that, whatever its type.
  const found = (column: string) => [roles.target, roles.key, ...times].includes(column);
  const choosable = (column: ColumnSummary) =>
    !found(column.name) && setting.options.includes(value[column.name] ?? typeOf(column));

  const choose = (column: ColumnSummary, type: string) => {
    const others = Object.entries(value).filter(([key]) => key !== column.name);
    // A column that is read as detected needs no entry.
    slide(Object.fromEntries(type === typeOf(column) ? others : [...others, [column.name, type]]));
  };

  return (
    <Field labelId={labelId} words={words} change={setting.change} problem={problem}>
      <ul className="columns" aria-labelledby={labelId}>
        {table.columns.map((column) => (
          <li key={column.name}>
            <span className="column-name" title={column.name}>
              {column.name}
              {roleOf(column.name) && <em> {roleOf(column.name)}</em>}
            </span>
            {choosable(column) ? (
              <select
                aria-label={formatMessage(panels.columnType, { column: column.name })}
                value={value[column.name] ?? typeOf(column)}
                onChange={(event) => choose(column, event.currentTarget.value)}
              >
                {setting.options.map((option) => (
                  <option key={option} value={option}>
                    {words.options?.[option] ?? option}
                  </option>
                ))}
              </select>
            ) : (
              !found(column.name) && <span className="column-fixed">{panels.notRead}</span>
            )}
            <small>{look(column, panels)}</small>
          </li>
        ))}
      </ul>
    </Field>
  );
}
