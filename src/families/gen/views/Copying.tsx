import { useState } from 'react';
import { useController, usePlayground } from '../../../app/context';
import { attempt } from '../../../app/refusal';
import { formatFigure } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';

/** Below this share of the usual distance, rows lie on those they were learned from. */
const copied = 0.5;
/** Above this one they are far from everything. */
const astray = 1.6;

/** Whether made rows are copies of training rows: measured when it is asked for, and said in words. */
export function Copying() {
  const { table: words } = useMessages().genView;
  const controller = useController();
  const step = usePlayground((state) => state.step);
  const [found, setFound] = useState<{ readonly ratio: number; readonly step: number } | null>(null);
  const ratio = found?.ratio ?? Number.NaN;
  const verdict = ratio < copied ? words.copies : ratio > astray ? words.astray : words.fresh;
  const check = async () => {
    const { copying = Number.NaN } = await controller.evaluate('test');
    setFound({ ratio: copying, step });
  };
  return (
    <div className="copying">
      <h3>{words.copying}</h3>
      <p className="view-quiet">{words.copyingHelp}</p>
      <button type="button" className="quiet" onClick={() => attempt(check())}>
        {words.check}
      </button>
      <p role="status">
        {found &&
          (Number.isNaN(ratio)
            ? words.unknown
            : formatMessage(verdict, { ratio: formatFigure(ratio), step: String(found.step) }))}
      </p>
    </div>
  );
}
