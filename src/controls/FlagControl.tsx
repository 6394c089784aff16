import { useId } from 'react';
import type { FlagSetting } from '../config/setting';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { useSetting } from './useSetting';

export function FlagControl({ group, name, words, setting }: ControlProps<FlagSetting>) {
  const id = useId();
  const { value, problem, choose } = useSetting<boolean>(group, name, setting.change);
  return (
    <Field
      controlId={id}
      words={words}
      change={setting.change}
      problem={problem}
      aside={
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={value}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      }
    />
  );
}
