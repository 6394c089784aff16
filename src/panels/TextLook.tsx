import { usePlayground } from '../app/context';
import { formatSteps } from '../charts/figures';
import { isSequences } from '../families/info';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { DataNotes } from './DataNotes';

/** Of how it begins, as much as fits into a few lines. */
const shownCharacters = 360;

/** What was read of the person's text: how much, how it is read, and how it begins. */
export function TextLook() {
  const { panels } = useMessages();
  const words = panels.text;
  const text = usePlayground((state) => state.text);
  const info = usePlayground((state) => state.run?.info);
  if (!text) return <p className="field-problem">{words.missing}</p>;
  const facts = [formatMessage(words.characters, { count: formatSteps(text.length) })];
  if (info && isSequences(info) && info.name === text.name && info.layout.kind === 'next') {
    if (info.input.kind === 'symbols')
      facts.push(formatMessage(words.different, { count: formatSteps(info.input.vocabulary.length) }));
    facts.push(words.forms[info.layout.form]);
  }
  const head = Array.from(text.head).slice(0, shownCharacters).join('').trimEnd();
  return (
    <div className="table-look">
      <p>
        <b>{text.name}</b>
        <small>{facts.join(' · ')}</small>
      </p>
      {/* Scrolls, and so has to be within reach of the keyboard. */}
      <section className="peek text-head" aria-label={formatMessage(words.head, { name: text.name })} tabIndex={0}>
        <pre>
          {head}
          {head.length < text.length && '…'}
        </pre>
      </section>
      <DataNotes />
    </div>
  );
}
