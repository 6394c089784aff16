import { useCallback, useMemo } from 'react';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ClassShares } from '../../../views/ClassShares';
import { Crosshair } from '../../../views/Crosshair';
import { MarkSample } from '../../../views/MarkSample';
import { classSign } from '../../../views/marks';
import { PlotFrame } from '../../../views/PlotFrame';
import type { Trace } from '../view';
import { BandsLayer } from './BandsLayer';
import { namesShare, stackBands, stepAt, wholeTicks } from './bands';
import { symbolText } from './symbolText';

/** Classes that a reading of one step names. */
const mostRead = 4;
const upright = { low: 0, high: 1 };

/** How the belief of the network grows while it reads a sequence. */
export function BeliefOverTime({ trace }: { readonly trace: Trace }) {
  const { recView: words } = useMessages();
  const { steps, answers, belief, inputs, expected, asked } = trace;
  const bands = useMemo(() => stackBands(trace, words.others), [trace, words]);
  const free = namesShare(bands.bands.map(({ name }) => name));
  const across = useMemo(() => ({ low: 0.5, high: 0.5 + steps / (1 - free) }), [steps, free]);
  const read = useCallback(
    (place: number) => {
      const step = stepAt(place, steps, free);
      const shares = Array.from(belief.subarray(step * answers.length, (step + 1) * answers.length));
      return (
        <>
          <small>
            {formatMessage(words.step, { step: step + 1, steps })}
            {Array.isArray(inputs) && ` · ${symbolText(inputs[step] ?? '')}`}
          </small>
          <ClassShares classes={answers} shares={shares} most={mostRead} />
          {asked[step] ? <small>{formatMessage(words.rightIs, { answer: expected[step] ?? '' })}</small> : null}
        </>
      );
    },
    [steps, free, answers, belief, inputs, expected, asked, words],
  );
  return (
    <div className="belief-plot">
      <PlotFrame
        across={{
          name: words.stepAxis,
          scale: across,
          ticks: (count) => wholeTicks(steps, count),
        }}
        up={{ name: words.probability, scale: upright }}
        aspect={2.7}
        legend={
          <div className="view-legend">
            {bands.bands.map(({ answer, name }) => {
              const { css, shape, spot } = classSign(answer, answers.length);
              return (
                <span key={name}>
                  {answer < 0 ? (
                    <MarkSample shape="square" colour="var(--soft)" />
                  ) : (
                    <MarkSample shape={shape} colour={css} spot={spot} />
                  )}
                  {name}
                </span>
              );
            })}
            <span>
              <MarkSample shape="circle" colour="var(--ink)" />
              {words.rightAnswer}
            </span>
          </div>
        }
      >
        {(box) => (
          <>
            <div role="img" aria-label={words.beliefLabel} className="plot-layers">
              <BandsLayer box={box} bands={bands} trace={trace} free={free} />
            </div>
            <Crosshair label={words.exploreSteps} read={read} upright />
          </>
        )}
      </PlotFrame>
    </div>
  );
}
