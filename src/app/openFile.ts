import { isPictureFile } from '../data/images/read';
import type { FamilyId } from '../families';
import { Problem } from '../problem';
import type { Controller } from '../store/controller';

async function readJson(file: File): Promise<unknown> {
  const text = await file.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('fileNotJson', { name: file.name, reason: (error as Error).message });
  }
}

export const tableTypes = '.csv,.tsv,.txt,text/csv,text/tab-separated-values';
export const textTypes = '.txt,.md,text/plain';
export const weightsTypes = '.json,application/json';
export const pictureTypes =
  'image/*,.zip,application/zip,.gz,.idx1-ubyte,.idx3-ubyte,application/gzip,application/octet-stream';

export type FileKind = 'weights' | 'table' | 'text' | 'pictures';

/** What a file is taken for: by its name, and where that leaves it open, by what the family learns from. */
export function fileKind({ name, type }: Pick<File, 'name' | 'type'>, family: FamilyId): FileKind {
  if (/\.json$/i.test(name) || type === 'application/json') return 'weights';
  if (isPictureFile(name)) return 'pictures';
  if (family === 'net' || /\.(?:csv|tsv|tab)$/i.test(name)) return 'table';
  return /^text\/(?:csv|tab-separated-values)$/.test(type) ? 'table' : 'text';
}

/** Goes on from weights, or learns from a table, a text or a picture. @throws {Problem} */
export async function openFile(controller: Controller, file: File, kind: FileKind): Promise<void> {
  switch (kind) {
    case 'weights':
      await controller.importWeights(await readJson(file));
      return;
    case 'table':
      await controller.loadTable(file);
      return;
    case 'text':
      await controller.loadText(file);
      return;
    case 'pictures':
      await openPictures(controller, [file]);
  }
}

/** Where a file lies in the folder that it was chosen with, or else its name. */
const pathOf = (file: File) => file.webkitRelativePath || file.name;

/** Learns from pictures. @throws {Problem} */
export async function openPictures(controller: Controller, files: readonly File[]): Promise<void> {
  await controller.loadPictures(files.map((file) => ({ path: pathOf(file), file })));
}
