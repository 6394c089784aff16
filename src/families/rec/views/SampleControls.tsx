import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../../app/Icon';
import { Explain } from '../../../controls/Explain';
import { unknownSymbol } from '../../../data/sequences/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { Looking } from './looking';
import { symbolText, unknownSymbols } from './symbolText';

interface Props extends Looking {
  readonly vocabulary: readonly string[];
}

/** Milliseconds that a prompt rests before a sample begins with it. */
const rest = 350;
const longestPrompt = 400;
const hottest = 1.5;

/** What a sample begins with, and how daring it is. */
export function SampleControls({ look, onLook, vocabulary }: Props) {
  const { recView: words } = useMessages();
  const id = useId();
  const [prompt, setPrompt] = useState(look.prompt);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const unknown = unknownSymbols(prompt, vocabulary);
  const type = (text: string) => {
    setPrompt(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onLook({ prompt: text }), rest);
  };
  const again = () => {
    clearTimeout(timer.current);
    onLook({ prompt, take: look.take + 1 });
  };
  return (
    <form
      className="sample-controls"
      onSubmit={(event) => {
        event.preventDefault();
        again();
      }}
    >
      <div className="sample-prompt">
        <label htmlFor={`${id}p`}>{words.prompt}</label>
        <input
          id={`${id}p`}
          className="text-box"
          type="text"
          value={prompt}
          maxLength={longestPrompt}
          placeholder={words.promptHint}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={unknown.length > 0 ? `${id}u` : undefined}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" className="quiet">
          <Icon name="reset" size={15} />
          {words.anew}
        </button>
      </div>
      <div className="sample-temperature">
        <label htmlFor={`${id}t`}>{words.temperature}</label>
        <Explain label={words.temperature}>
          <p>{words.temperatureHelp}</p>
        </Explain>
        <input
          id={`${id}t`}
          type="range"
          min={0}
          max={hottest}
          step={0.05}
          value={look.temperature}
          onChange={(event) => onLook({ temperature: event.currentTarget.valueAsNumber })}
        />
        <output>{look.temperature.toFixed(2)}</output>
      </div>
      {unknown.length > 0 && (
        <p className="sample-unknown" id={`${id}u`} role="status">
          {formatMessage(vocabulary.includes(unknownSymbol) ? words.unknownRead : words.unknownLeft, {
            symbols: unknown.map(symbolText).join(' '),
          })}
        </p>
      )}
    </form>
  );
}
