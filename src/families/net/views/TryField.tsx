import type { InputColumn } from '../../../data/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { shortNumber } from './cells';

interface Props {
  readonly column: InputColumn;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

export function TryField({ column, text, onChange }: Props) {
  const { view: words } = useMessages();
  return (
    <label className="try-field">
      <span title={column.name}>{column.name}</span>
      {column.type === 'number' ? (
        <input
          type="number"
          step="any"
          value={text}
          placeholder={shortNumber(column.fill)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <select
          value={text}
          data-blank={text === '' || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{formatMessage(words.tryBlank, { fill: column.fill })}</option>
          {column.categories.map((category) => (
            <option key={category}>{category}</option>
          ))}
        </select>
      )}
    </label>
  );
}
