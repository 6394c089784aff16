import { useRef } from 'react';
import { useController, usePlayground } from '../app/context';
import { openFile, tableTypes } from '../app/openFile';
import { useMessages } from '../i18n/useMessages';
import { DatasetGallery } from './DatasetGallery';
import { FileButton } from './FileButton';
import { unavailableFeatures } from './featuresFor';
import { SettingList } from './SettingList';
import { inTable, TableLook } from './TableLook';

/** Net learns from points and tables. */
export function NetData() {
  const { panels } = useMessages();
  const controller = useController();
  const file = useRef<HTMLInputElement>(null);
  const dataset = usePlayground((state) => state.config.data.dataset);
  return (
    <>
      <DatasetGallery onNeedFile={() => file.current?.click()} />
      <FileButton
        className="link"
        accept={tableTypes}
        title={panels.ownTableHint}
        inputRef={file}
        onFile={(chosen) => openFile(controller, chosen, 'table')}
      >
        {panels.ownTable}
      </FileButton>
      {dataset === 'table' && <TableLook />}
      <SettingList
        group="data"
        except={['dataset', ...inTable]}
        unavailable={{ features: unavailableFeatures(dataset) }}
      />
    </>
  );
}
