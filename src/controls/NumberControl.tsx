import { useId, useMemo } from 'react';
import type { NumberSetting } from '../config/setting';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import type { ControlProps } from './controlProps';
import { Field } from './Field';
import { NumberEntry } from './NumberEntry';
import { editableText, parseNumberText, settingText } from './numberText';
import { nearestStop, sliderStops } from './sliderStops';
import { useSetting } from './useSetting';

/** A slider for feeling one's way, and the number itself for those who know what they want. */
export function NumberControl({ group, name, words, setting }: ControlProps<NumberSetting>) {
  const { panels } = useMessages();
  const id = useId();
  const { value, problem, slide, flush, choose, enter } = useSetting<number>(group, name, setting.change);
  const stops = useMemo(() => sliderStops(setting), [setting]);
  const index = nearestStop(stops, value, setting.scale);
  const slideTo = (stop: number) => slide(stops[Math.min(Math.max(stop, 0), stops.length - 1)] as number);
  const commit = (text: string) => {
    const entered = parseNumberText(setting, text);
    if (typeof entered === 'number') choose(entered);
    else enter(entered);
  };

  return (
    <Field
      controlId={id}
      words={words}
      change={setting.change}
      problem={problem}
      aside={
        <NumberEntry
          label={formatMessage(panels.exact, { label: words.label })}
          shown={settingText(setting, value)}
          editable={editableText(setting, value)}
          onCommit={commit}
          onNudge={(direction) => slideTo(index + direction)}
        />
      }
    >
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={index}
        aria-valuetext={settingText(setting, value)}
        onChange={(event) => slideTo(event.currentTarget.valueAsNumber)}
        onPointerUp={flush}
        onBlur={flush}
      />
    </Field>
  );
}
