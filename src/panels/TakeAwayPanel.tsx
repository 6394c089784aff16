import { useController, usePlayground } from '../app/context';
import { openFile, weightsTypes } from '../app/openFile';
import { attempt } from '../app/refusal';
import { encodeCsv } from '../data/csv';
import { rowNames } from '../data/imitated/info';
import { isImitated } from '../families/info';
import { stringifyWeights } from '../formats/weights';
import { useMessages } from '../i18n/useMessages';
import { playgroundStore } from '../store/playground';
import { download } from './download';
import { FileButton } from './FileButton';
import { fileStem } from './fileStem';
import { PicturesAway } from './PicturesAway';
import { seriesCsv } from './seriesCsv';

/** Samples in a file. */
const samplesSaved = 1000;

/** Weights and curves, out and in. */
export function TakeAwayPanel() {
  const { panels } = useMessages();
  const controller = useController();
  const hasRun = usePlayground((state) => state.run !== null);
  const hasCurves = usePlayground((state) => state.series.step.length > 0);

  const makesSamples = usePlayground(({ run }) => run !== null && isImitated(run.info));

  const saveSamples = async () => {
    const { run } = playgroundStore.getState();
    const made = await controller.generate({ kind: 'samples', count: samplesSaved, seed: 0 });
    if (!run || !isImitated(run.info) || typeof made === 'string') return;
    download(`${fileStem()}-samples.csv`, 'text/csv', encodeCsv([rowNames(run.info), ...made]));
  };

  const saveWeights = async () => {
    const stem = fileStem();
    download(`${stem}.json`, 'application/json', stringifyWeights(await controller.exportWeights()));
  };

  return (
    <section className="take-away">
      <h2>{panels.takeAway}</h2>
      <div className="actions">
        <button
          type="button"
          className="quiet primary"
          title={panels.weightsHelp}
          disabled={!hasRun}
          onClick={() => attempt(saveWeights())}
        >
          {panels.weights}
        </button>
        <FileButton
          className="quiet"
          accept={weightsTypes}
          title={panels.importHelp}
          onFile={(file) => openFile(controller, file, 'weights')}
        >
          {panels.importWeights}
        </FileButton>
        {makesSamples && (
          <button type="button" className="quiet" title={panels.samplesHelp} onClick={() => attempt(saveSamples())}>
            {panels.samples}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          title={panels.curvesHelp}
          disabled={!hasCurves}
          onClick={() => download(`${fileStem()}.csv`, 'text/csv', seriesCsv(playgroundStore.getState().series))}
        >
          {panels.curves}
        </button>
        <PicturesAway />
      </div>
    </section>
  );
}
