import { usePlayground } from '../app/context';
import { formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { DataNotes } from './DataNotes';

/** What was read of the person's pictures: how many, how large, and how many of each class. */
export function PicturesLook() {
  const { panels } = useMessages();
  const words = panels.pictures;
  const pictures = usePlayground((state) => state.pictures);
  if (!pictures) return <p className="field-problem">{words.missing}</p>;
  const { name, count, size, classes } = pictures;
  const facts = [
    formatMessage(words.count, { count: formatSteps(count) }),
    `${size} × ${size}`,
    classes.length > 0 ? formatMessage(words.classes, { count: formatSteps(classes.length) }) : words.noClasses,
  ];
  return (
    <div className="table-look">
      <p>
        <b>{name}</b>
        <small>{facts.join(' · ')}</small>
      </p>
      {classes.length > 0 && (
        // Scrolls where there are many, and so has to be within reach of the keyboard.
        <section className="class-counts" aria-label={words.classCounts} tabIndex={0}>
          <dl>
            {classes.map((one) => (
              <div key={one.name}>
                <dt>{one.name}</dt>
                <dd>{formatSteps(one.count)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <DataNotes />
    </div>
  );
}
