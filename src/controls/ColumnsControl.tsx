import { useId } from 'react';
import { usePlayground } from '../app/context';
import { formatSteps, formatTick } from '../charts/figures';
import type { ColumnsSetting } from '../config/setting';
import type { ColumnSummary } from '../data/dataset';
import { targetNames } from '../data/table/targetNames';
import type { Messages } from '../i18n/en';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
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
  const target = usePlayground((state) => state.config.data.target);
  const { value, problem, slide } = useSetting<Readonly<Record<string, string>>>(group, name, setting.change);
  if (!table) return null;
  const named = targetNames(
    target,
    table.columns.map((column) => column.name),
  );
  const targets = named.length > 0 ? named : [table.suggestedTarget];

  const choose = (column: ColumnSummary, type: string) => {
    const others = Object.entries(value).filter(([key]) => key !== column.name);
    // A column that is read as detected needs no entry.
    slide(Object.fromEntries(type === column.detected ? others : [...others, [column.name, type]]));
  };

  return (
    <Field labelId={labelId} words={words} change={setting.change} problem={problem}>
      <ul className="columns" aria-labelledby={labelId}>
        {table.columns.map((column) => (
          <li key={column.name}>
            <span className="column-name" title={column.name}>
              {column.name}
              {targets.includes(column.name) && <em> {panels.isTarget}</em>}
            </span>
            <select
              aria-label={formatMessage(panels.columnType, { column: column.name })}
              value={value[column.name] ?? column.detected}
              onChange={(event) => choose(column, event.currentTarget.value)}
            >
              {setting.options.map((option) => (
                <option key={option} value={option}>
                  {words.options?.[option] ?? option}
                </option>
              ))}
            </select>
            <small>{look(column, panels)}</small>
          </li>
        ))}
      </ul>
    </Field>
  );
}
