import { useId } from 'react';
import type { WidthsSetting } from '../config/setting';
import { useMessages } from '../i18n/useMessages';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { LayerRow } from './LayerRow';
import { useSetting } from './useSetting';

/** The hidden layers: add one, take one away, make each wider or narrower. */
export function WidthsControl({ group, name, words, setting }: ControlProps<WidthsSetting>) {
  const { panels } = useMessages();
  const labelId = useId();
  const { value, problem, slide, enter } = useSetting<readonly number[]>(group, name, setting.change);
  const widest = Math.max(...value, 1);

  return (
    <Field
      labelId={labelId}
      words={words}
      change={setting.change}
      problem={problem}
      aside={<span className="figure">{value.join(' · ') || '–'}</span>}
    >
      <ol className="layers" aria-labelledby={labelId}>
        {value.map((width, index) => (
          <LayerRow
            key={index}
            position={index + 1}
            width={width}
            maxWidth={setting.maxWidth}
            share={width / widest}
            onWidth={(next) => slide(value.map((old, i) => (i === index ? next : old)))}
            onEntered={(entered) => enter(value.map((old, i) => (i === index ? entered : old)))}
            onRemove={value.length > (setting.minLayers ?? 0) ? () => slide(value.filter((_, i) => i !== index)) : null}
          />
        ))}
      </ol>
      {value.length === 0 && <p className="aside">{panels.noLayers}</p>}
      <button
        type="button"
        className="quiet wide"
        disabled={value.length >= setting.maxLayers}
        onClick={() => slide([...value, value.at(-1) ?? 8])}
      >
        + {panels.addLayer}
      </button>
    </Field>
  );
}
