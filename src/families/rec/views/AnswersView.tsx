import './answers.css';
import { type CSSProperties, useMemo, useState } from 'react';
import { formatShare, formatSteps } from '../../../charts/figures';
import { Segmented } from '../../../charts/Segmented';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { RecFrame } from '../view';
import { Answer } from './Answer';
import type { Looking } from './looking';

interface Props extends Looking {
  readonly frame: RecFrame & { readonly kind: 'answers' };
  /** Whether the questions are ones that the network never learns from. */
  readonly tested: boolean;
}

/** Answers of so many symbols have the right one beside them. */
const shortAnswer = 6;
/** Pixels of a symbol, and of what stands around an answer. */
const [symbolWidth, around] = [8.3, 64];

/** Questions with written answers: what the network says to those it never saw. */
export function AnswersView({ frame, tested, look, onLook }: Props) {
  const { recView: words } = useMessages();
  const [wanted, setWanted] = useState<'all' | 'wrong'>('all');
  const { questions, right, counted } = frame;
  const shown = useMemo(
    () =>
      questions
        .map((question, index) => ({ question, index }))
        .filter(({ question }) => wanted === 'all' || !question.right),
    [questions, wanted],
  );
  const longest = Math.max(1, ...questions.map(({ expected }) => Array.from(expected).length));
  const asked = Math.max(1, ...questions.map(({ question }) => Array.from(question).length));
  const width = Math.min(360, around + symbolWidth * (asked + longest * (longest <= shortAnswer ? 2 : 1)));
  const share = counted > 0 ? right / counted : Number.NaN;
  return (
    <ViewCard
      title={words.titleAnswers}
      controls={
        <Segmented
          label={words.answersShown}
          choices={[
            { id: 'all', label: words.answersAll },
            { id: 'wrong', label: words.answersWrong },
          ]}
          value={wanted}
          onChange={setWanted}
        />
      }
    >
      <div className="answers-rate">
        <b>{formatShare(share)}</b>
        <p>
          {formatMessage(tested ? words.exactTest : words.exactTraining, {
            right: formatSteps(right),
            counted: formatSteps(counted),
          })}
          <i className="answers-bar">
            <i style={{ width: `${100 * (share || 0)}%` }} />
          </i>
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="view-quiet">{words.noneWrong}</p>
      ) : (
        <ol
          className="answers"
          aria-label={words.titleAnswers}
          data-short={longest <= shortAnswer || undefined}
          style={{ '--answer-length': longest, '--answer-width': `${width}px` } as CSSProperties}
        >
          {shown.map(({ question, index }) => (
            <li key={index}>
              <Answer answered={question} chosen={index === look.example} onChoose={() => onLook({ example: index })} />
            </li>
          ))}
        </ol>
      )}
      <p className="answers-hint">{words.answersHint}</p>
    </ViewCard>
  );
}
