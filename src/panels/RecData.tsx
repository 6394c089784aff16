import './tasks.css';
import { useRef } from 'react';
import { useController, usePlayground } from '../app/context';
import { openFile, tableTypes, textTypes } from '../app/openFile';
import { useMessages } from '../i18n/useMessages';
import { DataNotes } from './DataNotes';
import { FileButton } from './FileButton';
import { PasteDialog } from './PasteDialog';
import { SettingList } from './SettingList';
import { inTable, TableLook } from './TableLook';
import { TaskAbout } from './TaskAbout';
import { TaskGallery } from './TaskGallery';
import { TextLook } from './TextLook';

/** Rec learns from texts, puzzles, series and sequences. */
export function RecData() {
  const { panels } = useMessages();
  const controller = useController();
  const table = useRef<HTMLInputElement>(null);
  const paste = useRef<HTMLDialogElement>(null);
  const dataset = usePlayground((state) => state.config.data.dataset);
  const openPaste = () => paste.current?.showModal();
  const ofTable = dataset === 'table' || dataset === 'sequences';
  return (
    <>
      <TaskGallery onNeedText={openPaste} onNeedTable={() => table.current?.click()} />
      <div className="task-ways">
        <button type="button" className="text-button" onClick={openPaste}>
          {panels.text.paste}
        </button>
        <FileButton
          className="link"
          accept={textTypes}
          title={panels.text.hint}
          onFile={(file) => openFile(controller, file, 'text')}
        >
          {panels.text.open}
        </FileButton>
        <FileButton
          className="link"
          accept={tableTypes}
          title={panels.ownTableHint}
          inputRef={table}
          onFile={(file) => openFile(controller, file, 'table')}
        >
          {panels.tasks.ownTable}
        </FileButton>
      </div>
      <PasteDialog ref={paste} />
      <TaskAbout />
      {dataset === 'text' ? <TextLook /> : ofTable ? <TableLook /> : <DataNotes />}
      <SettingList group="data" except={['dataset', ...inTable]} />
    </>
  );
}
