import type { PictureFile } from '../data/images/pictures';

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Everything in a folder, which is told in pieces. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return entries;
    entries.push(...piece);
  }
}

async function filesIn(entry: FileSystemEntry): Promise<PictureFile[]> {
  if (isDirectory(entry)) return (await Promise.all((await entriesOf(entry)).map(filesIn))).flat();
  if (!isFile(entry)) return [];
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return [{ path: entry.fullPath.replace(/^\//, ''), file }];
}

export interface Dropped {
  /** Whether a folder is among it. */
  readonly folder: boolean;
  readonly first: File | undefined;
  /** All files, those in folders with their paths. */
  readonly files: Promise<readonly PictureFile[]>;
}

/** What was dropped. To be called while the event is handled: afterwards the browser tells nothing more. */
export function droppedFiles({ items, files }: DataTransfer): Dropped {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const folder = entries.some(isDirectory);
  const plain = [...files].map((file) => ({ path: file.name, file }));
  return {
    folder,
    first: files[0],
    files: folder ? Promise.all(entries.map(filesIn)).then((all) => all.flat()) : Promise.resolve(plain),
  };
}
