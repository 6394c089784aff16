import { useId } from 'react';
import { usePlayground } from '../app/context';
import type { TextSetting } from '../config/setting';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { type ColumnRoles, columnRoles } from './columnRoles';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { useSetting } from './useSetting';

/** A column of the loaded table that has some part; an empty text stands for the one that looks like it, or for none. */
export function ColumnControl({ group, name, words, setting }: ControlProps<TextSetting>) {
  const { panels } = useMessages();
  const id = useId();
  const table = usePlayground((state) => state.table);
  const run = usePlayground((state) => state.run);
  const { value, problem, choose } = useSetting<string>(group, name, setting.change);
  if (!table) return null;
  const found = columnRoles(run, table.name)[name as keyof ColumnRoles];
  const columns = table.columns.map((column) => column.name);
  // Several columns together can be named by a link or a script.
  const offered = value === '' || columns.includes(value) ? columns : [value, ...columns];
  return (
    <Field controlId={id} words={words} change={setting.change} problem={problem}>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">
          {name === 'condition'
            ? panels.noColumn
            : found && value === ''
              ? formatMessage(panels.automaticColumn, { column: found })
              : panels.automatic}
        </option>
        {offered.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </Field>
  );
}
