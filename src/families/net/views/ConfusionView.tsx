import { useMemo, useState } from 'react';
import { formatSteps } from '../../../charts/figures';
import { Segmented } from '../../../charts/Segmented';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ConfusionMatrix } from '../../../views/ConfusionMatrix';
import { ViewCard } from '../../../views/ViewCard';
import { Waiting } from '../../../views/Waiting';
import { ClassScores } from './ClassScores';
import { type Counts, confusionScores } from './confusion';

interface Props {
  readonly classes: readonly string[];
  /** How many rows each split has; while training, some of them are counted. */
  readonly rows: { readonly train: number; readonly test: number };
  readonly frame: { readonly train: Counts; readonly test: Counts } | null;
}

/** A table with classes: which class is taken for which, and the scores that follow from it. */
export function ConfusionView({ classes, rows, frame }: Props) {
  const { view: words } = useMessages();
  const tested = rows.test > 0;
  const [wanted, setWanted] = useState<'train' | 'test'>('test');
  const split = tested ? wanted : 'train';
  const counts = frame?.[split];
  const scores = useMemo(() => counts && confusionScores(counts, classes.length), [counts, classes]);
  const splitName = split === 'train' ? words.training : words.test;
  const about = (template: string) => formatMessage(template, { split: splitName });
  return (
    <ViewCard
      title={words.titleClasses}
      controls={
        tested && (
          <Segmented
            label={words.rowsShown}
            choices={[
              { id: 'train', label: words.training },
              { id: 'test', label: words.test },
            ]}
            value={split}
            onChange={setWanted}
          />
        )
      }
    >
      {!scores && <Waiting />}
      {counts && scores && (
        <>
          <p className="view-quiet">
            {scores.rows < rows[split]
              ? formatMessage(words.countedSome, {
                  split: splitName,
                  rows: formatSteps(scores.rows),
                  all: formatSteps(rows[split]),
                })
              : split === 'train'
                ? words.countedTraining
                : words.countedTest}
          </p>
          <p className="view-quiet">
            {formatMessage(words.rightRows, {
              split: splitName,
              right: formatSteps(scores.right),
              rows: formatSteps(scores.rows),
            })}
          </p>
          <ConfusionMatrix classes={classes} counts={counts} label={about(words.confusionLabel)} />
          <ClassScores classes={classes} scores={scores} label={about(words.scoresLabel)} />
        </>
      )}
    </ViewCard>
  );
}
