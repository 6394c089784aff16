import { useController, usePlayground } from '../app/context';
import { attempt } from '../app/refusal';
import { type DatasetName, datasetNames } from '../families/net/config';
import { useMessages } from '../i18n/useMessages';
import { DatasetThumbnail } from './DatasetThumbnail';
import { featuresFor } from './featuresFor';

/** A picture of every data set to choose from; the table's asks for a file as long as there is none. */
export function DatasetGallery({ onNeedFile }: { onNeedFile(): void }) {
  const { settings } = useMessages();
  const controller = useController();
  const data = usePlayground(({ config }) => (config.family === 'net' ? config.data : null));
  const hasTable = usePlayground((state) => state.table !== null);
  const words = settings.net.data.dataset;
  if (!data) return null;

  const choose = (dataset: DatasetName) => {
    if (dataset === 'table' && !hasTable) onNeedFile();
    else if (dataset !== data.dataset)
      attempt(controller.configure({ data: { dataset, features: featuresFor(data.dataset, dataset, data.features) } }));
  };

  return (
    <ul className="gallery" aria-label={words.label}>
      {datasetNames.map((dataset) => (
        <li key={dataset}>
          <button
            type="button"
            aria-label={words.options[dataset]}
            aria-pressed={dataset === data.dataset}
            title={words.options[dataset]}
            onClick={() => choose(dataset)}
          >
            <DatasetThumbnail dataset={dataset} />
          </button>
        </li>
      ))}
    </ul>
  );
}
