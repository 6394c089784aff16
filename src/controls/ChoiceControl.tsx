import { useId } from 'react';
import type { ChoiceSetting } from '../config/setting';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { useSetting } from './useSetting';

export function ChoiceControl({ group, name, words, setting }: ControlProps<ChoiceSetting>) {
  const id = useId();
  const { value, problem, choose } = useSetting<string>(group, name, setting.change);
  return (
    <Field controlId={id} words={words} change={setting.change} problem={problem}>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {setting.options.map((option) => (
          <option key={option} value={option}>
            {words.options?.[option] ?? option}
          </option>
        ))}
      </select>
    </Field>
  );
}
