import { useId } from 'react';
import type { SubsetSetting } from '../config/setting';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { useSetting } from './useSetting';

interface SubsetControlProps extends ControlProps<SubsetSetting> {
  /** Options that have no meaning for the present data. */
  readonly unavailable: readonly string[];
}

/** Chips to press; at least one stays pressed, which the gate sees to. */
export function SubsetControl({ group, name, words, setting, unavailable }: SubsetControlProps) {
  const labelId = useId();
  const { value, problem, slide } = useSetting<readonly string[]>(group, name, setting.change);
  const toggle = (option: string) =>
    slide(setting.options.filter((other) => value.includes(other) !== (other === option)));
  return (
    <Field labelId={labelId} words={words} change={setting.change} problem={problem}>
      <div className="chips" role="group" aria-labelledby={labelId}>
        {setting.options.map((option) => (
          <button
            key={option}
            type="button"
            className="chip-toggle"
            aria-pressed={value.includes(option)}
            disabled={unavailable.includes(option)}
            onClick={() => toggle(option)}
          >
            {words.options?.[option] ?? option}
          </button>
        ))}
      </div>
    </Field>
  );
}
