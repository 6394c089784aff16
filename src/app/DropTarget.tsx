import { useEffect, useState } from 'react';
import { isPictureFile } from '../data/images/read';
import { useMessages } from '../i18n/useMessages';
import type { Controller } from '../store/controller';
import { playgroundStore } from '../store/playground';
import { useController, usePlayground } from './context';
import { type Dropped, droppedFiles } from './droppedFiles';
import { Icon } from './Icon';
import { fileKind, openFile } from './openFile';
import { attempt } from './refusal';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Pictures are opened together; of other files the first. */
async function openDropped(controller: Controller, { folder, first, files }: Dropped): Promise<void> {
  const all = await files;
  if (folder || all.some(({ path }) => isPictureFile(path))) await controller.loadPictures(all);
  else if (first) await openFile(controller, first, fileKind(first, playgroundStore.getState().config.family));
}

/** Takes a file that is dropped anywhere on the page, and shows that it would while one hovers. */
export function DropTarget() {
  const { app } = useMessages();
  const controller = useController();
  const family = usePlayground((state) => state.config.family);
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    const listeners = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      window.addEventListener(type, handle, { signal: listeners.signal });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    });
    on('dragleave', (event) => {
      // Leaving one element for another is no leaving of the page.
      if (!event.relatedTarget) setHovering(false);
    });
    on('drop', (event) => {
      setHovering(false);
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      attempt(openDropped(controller, droppedFiles(event.dataTransfer)));
    });
    return () => listeners.abort();
  }, [controller]);

  if (!hovering) return null;
  return (
    <div className="drop-target">
      <p>
        <Icon name="table" size={28} />
        {app.drop[family]}
      </p>
    </div>
  );
}
