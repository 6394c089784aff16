import './panels.css';
import { useRef } from 'react';
import { useController, usePlayground } from '../app/context';
import { openFile, tableTypes } from '../app/openFile';
import { formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { DatasetGallery } from './DatasetGallery';
import { FileButton } from './FileButton';
import { unavailableFeatures } from './featuresFor';
import { Panel } from './Panel';
import { SeedControl } from './SeedControl';
import { SettingList } from './SettingList';
import { inTable, TableLook } from './TableLook';

/** What the network learns from. */
export function DataPanel() {
  const { panels } = useMessages();
  const controller = useController();
  const file = useRef<HTMLInputElement>(null);
  const dataset = usePlayground((state) => state.config.data.dataset);
  const run = usePlayground((state) => state.run);
  const hint =
    run && formatMessage(panels.examples, { train: formatSteps(run.trainCount), test: formatSteps(run.testCount) });
  return (
    <Panel id="data" title={panels.data} hint={hint}>
      <DatasetGallery onNeedFile={() => file.current?.click()} />
      <FileButton
        className="link"
        accept={tableTypes}
        title={panels.ownTableHint}
        inputRef={file}
        onFile={(chosen) => openFile(controller, chosen)}
      >
        {panels.ownTable}
      </FileButton>
      {dataset === 'table' && <TableLook />}
      <SettingList
        group="data"
        except={['dataset', ...inTable]}
        unavailable={{ features: unavailableFeatures(dataset) }}
      />
      <SeedControl />
    </Panel>
  );
}
