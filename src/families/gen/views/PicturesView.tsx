import './pictures.css';
import { useCallback, useMemo } from 'react';
import { usePlayground } from '../../../app/context';
import { formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import type { PicturesInfo } from '../../../data/imitated/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { PicturesPreview } from '../../../worker/protocol';
import type { GenConfig } from '../..';
import { classesShown, columnsShown, type PicturesFrame, picturesShown } from '../view';
import { AverageToggle } from './AverageToggle';
import { HealthNote } from './HealthNote';
import { MakeNetBetter } from './MakeNetBetter';
import { PictureButtons } from './PictureButtons';
import { PictureLook } from './PictureLook';
import { SheetFigure } from './SheetFigure';
import { StepButtons } from './StepButtons';
import { usePictureChoice } from './usePictureChoice';
import { WalkStrip } from './WalkStrip';

interface Props {
  readonly config: GenConfig;
  readonly info: PicturesInfo;
  /** Null where weights came without the pictures. */
  readonly real: PicturesPreview | null;
  readonly frame: PicturesFrame | null;
}

/** Rows of real pictures: they only show what is to be made. */
const realRows = 3;

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Names of the classes that networks are told, one for each column of the grid at most; of shapes in the page's language. */
function useColumnNames({ model }: GenConfig, info: PicturesInfo): readonly string[] {
  const { genView: words } = useMessages();
  const shapes: Readonly<Record<string, string>> = words.shapes;
  return useMemo(() => {
    if (!model.conditional) return [];
    const names = info.classes.slice(0, classesShown(info.classes.length));
    return info.name === 'shapes' ? names.map((name) => shapes[name] ?? name) : names;
  }, [model.conditional, info, shapes]);
}

/** What the generator makes of noise that stays the same and of fresh noise, beside real pictures. */
export function PicturesView({ config, info, real, frame: latest }: Props) {
  const { genView: words } = useMessages();
  const trainCount = usePlayground(({ run }) => run?.trainCount ?? 0);
  const names = useColumnNames(config, info);
  const { size } = info;
  const width = size ** 2;
  const columns = columnsShown(names.length);
  const count = picturesShown(names.length);
  // Right after another size was chosen, the picture before may still be here.
  const frame = latest && latest.fixed.length === count * width ? latest : null;
  const slow = useThrottled(frame, 500);
  const choice = usePictureChoice(frame?.fresh, width);
  const { chosen, walk, walking } = choice;

  const nameOf = useCallback(
    (place: number) => {
      const name = names[place % names.length];
      return name === undefined
        ? formatMessage(words.pictureAt, { number: place + 1 })
        : formatMessage(words.pictureOfClass, { class: name, number: Math.floor(place / names.length) + 1 });
    },
    [names, words],
  );

  const caption =
    slow &&
    real &&
    formatMessage(words.pictureVerdicts, {
      real: formatShare(mean(slow.taken.real)),
      made: formatShare(mean(slow.taken.fixed)),
    });
  const sheet = { size, columns, names };
  const buttons = { count, columns, nameOf };
  // What was chosen of another run may not be there, or be of another size.
  const large =
    chosen?.of === 'fixed' ? frame?.fixed.subarray(chosen.place * width, (chosen.place + 1) * width) : chosen?.picture;
  const looked = large?.length === width ? large : null;
  return (
    <ViewCard
      title={words.title}
      controls={
        <>
          <AverageToggle />
          <StepButtons />
        </>
      }
    >
      <p className="view-quiet gen-caption">{caption ?? '\u00a0'}</p>
      <HealthNote info={info} />
      <div className="gen-sheets">
        {frame && (
          <>
            <SheetFigure {...sheet} pixels={frame.fixed} title={words.fixedPictures} help={words.fixedPicturesHelp}>
              <PictureButtons
                {...buttons}
                chosen={chosen?.of === 'fixed' ? chosen.place : null}
                onChoose={choice.chooseFixed}
                onDrag={choice.startWalk}
              />
            </SheetFigure>
            <SheetFigure {...sheet} pixels={frame.fresh} title={words.freshPictures} help={words.freshPicturesHelp}>
              <PictureButtons {...buttons} chosen={null} onChoose={choice.chooseFresh} />
            </SheetFigure>
          </>
        )}
        {real && (
          <SheetFigure
            {...sheet}
            pixels={real.pixels.subarray(0, realRows * columns * width)}
            title={words.realPictures}
            help={words.realPicturesHelp}
          />
        )}
        <section className="gen-chosen" aria-label={words.chosenPicture}>
          {looked && chosen ? (
            <PictureLook name={nameOf(chosen.place)} picture={looked} size={size} />
          ) : (
            <p className="view-quiet">{words.choosePicture}</p>
          )}
          {looked && chosen?.of === 'fixed' && (
            <button
              type="button"
              className="quiet"
              aria-pressed={walking}
              title={words.walkHelp}
              onClick={() => choice.setWalking(!walking)}
            >
              {walking ? words.walkWhere : words.walk}
            </button>
          )}
        </section>
        {frame && walk && Math.max(walk.from, walk.to) < count && (
          <figure className="gen-walk">
            <figcaption>
              <h3>{formatMessage(words.walkTitle, { from: nameOf(walk.from), to: nameOf(walk.to) })}</h3>
            </figcaption>
            <WalkStrip {...walk} size={size} label={words.walkLabel} made={frame.fixed} />
          </figure>
        )}
      </div>
      {names.length > 0 && <MakeNetBetter real={trainCount} />}
    </ViewCard>
  );
}
