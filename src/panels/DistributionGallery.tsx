import './tasks.css';
import { type CSSProperties, useId } from 'react';
import { useController, usePlayground } from '../app/context';
import { attempt } from '../app/refusal';
import { drawingName } from '../data/imitated/drawing';
import type { GenDatasetId } from '../families/gen/config';
import { useMessages } from '../i18n/useMessages';
import { distributionConfig } from '../store/distributionConfig';
import { picturesConfig } from '../store/picturesConfig';
import { playgroundStore } from '../store/playground';
import { tableConfig } from '../store/tableConfig';
import { DistributionThumbnail } from './DistributionThumbnail';
import { distributionGroupNames, distributionGroups } from './distributionGroups';

interface Props {
  /** Opens the board. */
  onDraw(): void;
  /** Asks for a table, or for pictures, as long as there are none. */
  onNeed(source: 'table' | 'pictures'): void;
}

/** A picture of everything that can be imitated. */
export function DistributionGallery({ onDraw, onNeed }: Props) {
  const { panels, settings } = useMessages();
  const controller = useController();
  const id = useId();
  const dataset = usePlayground((state) => state.config.data.dataset);
  const words = settings.gen.data.dataset;

  const choose = (chosen: GenDatasetId) => {
    const { config, pictures, table } = playgroundStore.getState();
    if (config.family !== 'gen') return;
    if (chosen === 'drawn') return onDraw();
    if (chosen === dataset) return;
    if (chosen === 'table') {
      if (!table || table.name === drawingName) return onNeed('table');
      attempt(controller.configure(tableConfig(config, table)));
    } else if (chosen === 'pictures') {
      if (!pictures) return onNeed('pictures');
      attempt(controller.configure(picturesConfig(config, pictures)));
    } else attempt(controller.configure(distributionConfig(config, chosen)));
  };

  return (
    <div className="tasks" role="group" aria-label={words.label}>
      {distributionGroupNames.map((group) => (
        <div key={group} className="task-group" style={{ '--span': 5 } as CSSProperties}>
          <h3 id={`${id}${group}`}>{panels.imitated[group]}</h3>
          <ul className="gallery" aria-labelledby={`${id}${group}`}>
            {distributionGroups[group].map((each) => (
              <li key={each}>
                <button
                  type="button"
                  aria-label={words.options[each]}
                  aria-pressed={each === dataset}
                  title={words.options[each]}
                  onClick={() => choose(each)}
                >
                  <DistributionThumbnail dataset={each} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
