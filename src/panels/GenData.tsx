import './tasks.css';
import { useRef } from 'react';
import { useController, usePlayground } from '../app/context';
import { openPictures, pictureTypes } from '../app/openFile';
import { families } from '../families';
import { useMessages } from '../i18n/useMessages';
import { DistributionGallery } from './DistributionGallery';
import { FileButton } from './FileButton';
import { PicturesLook } from './PicturesLook';
import { SettingList } from './SettingList';

/** Gen imitates distributions, and pictures. */
export function GenData() {
  const { panels, presets, settings } = useMessages();
  const controller = useController();
  const pictures = useRef<HTMLInputElement>(null);
  const dataset = usePlayground(({ config }) => (config.family === 'gen' ? config.data.dataset : null));
  const preset = families.gen.presets.find(({ patch }) => patch.data?.dataset === dataset);
  const about = dataset === 'pictures' ? panels.pictures.about : preset && presets[preset.id]?.about;
  return (
    <>
      <DistributionGallery onNeedPictures={() => pictures.current?.click()} />
      <div className="task-ways">
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
      {dataset && (
        <p className="task-about">
          <b>{settings.gen.data.dataset.options[dataset]}</b>
          {about}
        </p>
      )}
      {dataset === 'pictures' && <PicturesLook />}
      <SettingList group="data" except={['dataset']} />
    </>
  );
}
