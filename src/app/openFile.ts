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

export type FileKind = 'weights' | 'table' | 'text';

/** What a file is taken for: by its name, and where that leaves it open, by what the family learns from. */
export function fileKind({ name, type }: Pick<File, 'name' | 'type'>, family: FamilyId): FileKind {
  if (/\.json$/i.test(name) || type === 'application/json') return 'weights';
  if (family === 'net' || /\.(?:csv|tsv|tab)$/i.test(name)) return 'table';
  return /^text\/(?:csv|tab-separated-values)$/.test(type) ? 'table' : 'text';
}

/** Goes on from weights, or learns from a table or a text. @throws {Problem} */
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
  }
}
