import { formatShare } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { AnsweredQuestion } from '../view';
import { markAnswer } from './markAnswer';

interface Props {
  readonly answered: AnsweredQuestion;
  /** Whether this is the sequence that is looked into. */
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A question with the network's answer; what is wrong in it is marked, and the right answer stands below. */
export function Answer({ answered: { question, expected, said, right }, chosen, onChoose }: Props) {
  const { recView: words } = useMessages();
  const marked = markAnswer(said, expected);
  const text = marked.map(({ symbol }) => symbol || '·').join('');
  const values = { question, said: text, expected };
  return (
    <button
      type="button"
      className="answer"
      data-right={right || undefined}
      aria-pressed={chosen}
      aria-label={formatMessage(right ? words.answerRight : words.answerWrong, values)}
      onClick={onChoose}
    >
      <span className="answer-question">{question}</span>
      <span className="answer-said">
        {marked.map(({ symbol, right: fits, probability }, i) => (
          <span key={i} data-wrong={!fits || undefined} title={formatShare(probability)}>
            {symbol || '·'}
          </span>
        ))}
      </span>
      <span className="answer-mark">{right ? '✓' : '✗'}</span>
      {!right && <span className="answer-expected">{expected}</span>}
    </button>
  );
}
