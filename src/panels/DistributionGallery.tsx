import './tasks.css';
import { type CSSProperties, useId } from 'react';
import { useController, usePlayground } from '../app/context';
import { attempt } from '../app/refusal';
import type { GenDatasetId } from '../families/gen/config';
import { useMessages } from '../i18n/useMessages';
import { distributionConfig } from '../store/distributionConfig';
import { picturesConfig } from '../store/picturesConfig';
import { playgroundStore } from '../store/playground';
import { DistributionThumbnail } from './DistributionThumbnail';
import { distributionGroupNames, distributionGroups } from './distributionGroups';

/** A picture of everything that can be imitated; one's own pictures are asked for as long as there are none. */
export function DistributionGallery({ onNeedPictures }: { readonly onNeedPictures: () => void }) {
  const { panels, settings } = useMessages();
  const controller = useController();
  const id = useId();
  const dataset = usePlayground((state) => state.config.data.dataset);
  const words = settings.gen.data.dataset;

  const choose = (chosen: GenDatasetId) => {
    const { config, pictures } = playgroundStore.getState();
    if (config.family !== 'gen' || chosen === dataset) return;
    if (chosen !== 'pictures') attempt(controller.configure(distributionConfig(config, chosen)));
    else if (pictures) attempt(controller.configure(picturesConfig(config, pictures)));
    else onNeedPictures();
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
