import './target.css';
import { useId } from 'react';
import { usePlayground } from '../app/context';
import type { TextSetting } from '../config/setting';
import { joinTargetNames, targetNames } from '../data/table/targetNames';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { furtherTargets, predictsNumber } from './targetChoices';
import { useSetting } from './useSetting';

const noColumns = {};

/**
 * What to predict of the loaded table: a column, and where that is a number, further ones with it. An empty text
 * stands for the column the reader suggests.
 */
export function TargetControl({ group, name, words, setting }: ControlProps<TextSetting>) {
  const { panels } = useMessages();
  const id = useId();
  const alsoId = useId();
  const table = usePlayground((state) => state.table);
  const types = usePlayground(({ config }) => (config.family === 'gen' ? noColumns : config.data.columns));
  const { value, problem, slide, choose } = useSetting<string>(group, name, setting.change);
  if (!table) return null;

  const { columns, suggestedTarget } = table;
  const columnNames = columns.map((column) => column.name);
  const [first = suggestedTarget, ...further] = targetNames(value, columnNames);
  const isNumber = (column: string) => columns.some((known) => known.name === column && predictsNumber(known, types));
  const textOf = (names: readonly string[]) =>
    names.length === 1 && names[0] === suggestedTarget ? '' : joinTargetNames(names);
  const chooseFirst = (next: string) =>
    choose(textOf([next, ...(isNumber(next) ? further.filter((other) => other !== next) : [])]));

  const fitting = isNumber(first) ? furtherTargets(columns, types, first) : [];
  // What a script has put together can be taken apart here, even where it does not fit.
  const offered = [...fitting, ...further.filter((column) => !fitting.includes(column))];
  const toggle = (column: string) =>
    slide(textOf([first, ...offered.filter((other) => further.includes(other) !== (other === column))]));

  return (
    <Field controlId={id} words={words} change={setting.change} problem={problem}>
      <select id={id} value={first} onChange={(event) => chooseFirst(event.currentTarget.value)}>
        {[suggestedTarget, ...columnNames.filter((column) => column !== suggestedTarget)].map((column) => (
          <option key={column} value={column}>
            {column === suggestedTarget ? formatMessage(panels.suggested, { column }) : column}
          </option>
        ))}
      </select>
      {offered.length > 0 && (
        <div className="also-predict">
          <span id={alsoId}>{panels.alsoPredict}</span>
          <div className="chips" role="group" aria-labelledby={alsoId}>
            {offered.map((column) => (
              <button
                key={column}
                type="button"
                className="chip-toggle"
                aria-pressed={further.includes(column)}
                onClick={() => toggle(column)}
              >
                {column}
              </button>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
