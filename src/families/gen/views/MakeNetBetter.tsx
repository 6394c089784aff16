import { useId, useState } from 'react';
import { useController } from '../../../app/context';
import { formatShare } from '../../../charts/figures';
import { describeProblem } from '../../../i18n/describeProblem';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { toProblem } from '../../../problem';
import type { Augmented } from '../augment';
import { verdictOn } from './helped';

const reals = [50, 100, 300, 1000, 100_000] as const;
const added = [100, 300, 1000, 3000, 10_000] as const;
const seeds = 5;

/** Asks whether a Net that tells classes gets better by generated pictures, and says so either way. */
export function MakeNetBetter({ real: most }: { readonly real: number }) {
  const messages = useMessages();
  const words = messages.genView.better;
  const controller = useController();
  const id = useId();
  const [real, setReal] = useState<number>(300);
  const [generated, setGenerated] = useState<number>(1000);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Augmented | null>(null);
  const [problem, setProblem] = useState('');

  async function compare() {
    setBusy(true);
    setProblem('');
    try {
      setResult(await controller.augment({ real, generated, seeds }));
    } catch (error) {
      setProblem(describeProblem(toProblem(error).toData(), messages));
    } finally {
      setBusy(false);
    }
  }

  const verdict = result && verdictOn(result.without, result.with);
  const values = verdict && {
    without: formatShare(verdict.without),
    with: formatShare(verdict.with),
    difference: formatShare(Math.abs(verdict.difference)),
    margin: formatShare(verdict.margin),
    asked: result.asked,
  };
  return (
    <section className="gen-better" aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <p className="view-quiet">{formatMessage(words.about, { count: most })}</p>
      <div className="gen-better-controls">
        <label>
          {words.real}
          <select value={real} onChange={(event) => setReal(Number(event.currentTarget.value))}>
            {reals.map((count) => (
              <option key={count} value={count}>
                {count >= most ? formatMessage(words.all, { count: most }) : count}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.generated}
          <select value={generated} onChange={(event) => setGenerated(Number(event.currentTarget.value))}>
            {added.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
        <button type="button" className="quiet" disabled={busy} onClick={() => void compare()}>
          {busy ? words.busy : words.compare}
        </button>
      </div>
      <div role="status">
        {problem && <p className="gen-health">{problem}</p>}
        {result && values && verdict && (
          <>
            <table className="gen-better-table">
              <thead>
                <tr>
                  <th scope="col">{words.seed}</th>
                  {result.without.map((_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: seeds are numbers from 1 on
                    <th key={i} scope="col">
                      {i + 1}
                    </th>
                  ))}
                  <th scope="col">{words.mean}</th>
                </tr>
              </thead>
              <tbody>
                {(['without', 'with'] as const).map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{words[kind]}</th>
                    {result[kind].map((accuracy, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={i}>{formatShare(accuracy)}</td>
                    ))}
                    <td>
                      <b>{values[kind]}</b>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{formatMessage(words.verdict[verdict.kind], values)}</p>
          </>
        )}
      </div>
    </section>
  );
}
