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
export const weightsTypes = '.json,application/json';

/** Weights where the file says JSON, a table otherwise. @throws {Problem} */
export async function openFile(controller: Controller, file: File): Promise<void> {
  if (/\.json$/i.test(file.name) || file.type === 'application/json')
    await controller.importWeights(await readJson(file));
  else await controller.loadTable(file);
}
