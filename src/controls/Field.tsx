import type { ReactNode } from 'react';
import type { Change } from '../config/setting';
import { describeProblem } from '../i18n/describeProblem';
import { useMessages } from '../i18n/useMessages';
import type { SettingWords } from '../i18n/words';
import type { ProblemData } from '../problem';
import { Explain } from './Explain';

export interface FieldProps {
  /** Id of the control that the label belongs to; without it the label names a group. */
  readonly controlId?: string;
  /** Id of the label itself, for `aria-labelledby`. */
  readonly labelId?: string;
  readonly words: SettingWords;
  readonly change: Change;
  readonly problem: ProblemData | null;
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** What surrounds every control: its label, what a change does, an explanation, and why a value was refused. */
export function Field({ controlId, labelId, words, change, problem, aside, children }: FieldProps) {
  const messages = useMessages();
  const { panels } = messages;
  const named = problem && { ...problem, values: { ...problem.values, path: `“${words.label}”` } };
  return (
    <div className="field">
      <div className="field-line">
        {controlId ? (
          <label htmlFor={controlId} id={labelId}>
            {words.label}
          </label>
        ) : (
          <span id={labelId}>{words.label}</span>
        )}
        {change === 'live' ? (
          <span className="mark-live" aria-hidden="true">
            {panels.live}
          </span>
        ) : (
          <span className="mark-rebuild" aria-hidden="true">
            ↻
          </span>
        )}
        <Explain label={words.label}>
          <p>{words.help}</p>
          <p className="aside">{change === 'live' ? panels.liveHelp : panels.rebuildHelp}</p>
        </Explain>
        {aside && <span className="field-aside">{aside}</span>}
      </div>
      {children}
      {named && (
        <p className="field-problem" role="alert">
          {describeProblem(named, messages)}
        </p>
      )}
    </div>
  );
}
