import './tasks.css';
import { useRef } from 'react';
import { useController, usePlayground } from '../app/context';
import { openFile, openPictures, pictureTypes, tableTypes } from '../app/openFile';
import { families } from '../families';
import { useMessages } from '../i18n/useMessages';
import { DistributionGallery } from './DistributionGallery';
import { DrawDialog } from './drawing/DrawDialog';
import { FileButton } from './FileButton';
import { PicturesLook } from './PicturesLook';
import { SettingList } from './SettingList';
import { inTable, TableLook } from './TableLook';

/** Gen imitates distributions, drawings, tables and pictures. */
export function GenData() {
  const { panels, presets, settings } = useMessages();
  const controller = useController();
  const table = useRef<HTMLInputElement>(null);
  const pictures = useRef<HTMLInputElement>(null);
  const board = useRef<HTMLDialogElement>(null);
  const draw = () => board.current?.showModal();
  const dataset = usePlayground(({ config }) => (config.family === 'gen' ? config.data.dataset : null));
  const preset = families.gen.presets.find(({ patch }) => patch.data?.dataset === dataset);
  const ofOwn = { drawn: panels.drawing.own, table: panels.imitatedTable.about, pictures: panels.pictures.about };
  const own = dataset === 'drawn' || dataset === 'table' || dataset === 'pictures' ? ofOwn[dataset] : null;
  const about = own ?? (preset && presets[preset.id]?.about);
  return (
    <>
      <DistributionGallery
        onDraw={draw}
        onNeed={(source) => (source === 'table' ? table : pictures).current?.click()}
      />
      <div className="task-ways">
        <button type="button" className="text-button" onClick={draw}>
          {panels.drawing.open}
        </button>
        <FileButton
          className="link"
          accept={tableTypes}
          title={panels.ownTableHint}
          inputRef={table}
          onFile={(file) => openFile(controller, file, 'table')}
        >
          {panels.tasks.ownTable}
        </FileButton>
        <FileButton
          className="link"
          accept={pictureTypes}
          title={panels.pictures.hint}
          inputRef={pictures}
          asks="files"
          onFile={(_, files) => openPictures(controller, files)}
        >
          {panels.pictures.open}
        </FileButton>
        <FileButton
          className="link"
          accept=""
          title={panels.pictures.folderHint}
          asks="folder"
          onFile={(_, files) => openPictures(controller, files)}
        >
          {panels.pictures.openFolder}
        </FileButton>
      </div>
      <DrawDialog ref={board} />
      {dataset && (
        <p className="task-about">
          <b>{settings.gen.data.dataset.options[dataset]}</b>
          {about}
        </p>
      )}
      {dataset === 'pictures' && <PicturesLook />}
      {dataset === 'table' && <TableLook />}
      <SettingList group="data" except={['dataset', ...inTable]} />
    </>
  );
}
