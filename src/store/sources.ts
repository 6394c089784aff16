import type { TableSummary } from '../data/dataset';
import type { PictureFile } from '../data/images/pictures';
import type { PicturesSummary } from '../data/images/summary';
import { tableSetIds } from '../data/imitated/sets';
import type { Config } from '../families';
import type { Client } from '../worker/client';
import type { TextSummary } from '../worker/protocol';
import { playgroundStore as store } from './playground';

/** The files that a person brought along, as they are given to a worker, also to a new one. */
export interface SourceFiles {
  readonly table: File | null;
  readonly text: File | null;
  readonly pictures: readonly PictureFile[] | null;
}

export const noSources: SourceFiles = { table: null, text: null, pictures: null };

/** Holds the files that the worker has read. */
export interface Sources {
  readonly files: SourceFiles;
  readTable(file: File): Promise<TableSummary>;
  readText(file: File): Promise<TextSummary>;
  readPictures(files: readonly PictureFile[]): Promise<PicturesSummary>;
  /** Has the worker read what it has not, and forget the rest: files that are the same again are not read anew. */
  restore(files: SourceFiles): Promise<void>;
  /** A new worker has read nothing yet: gives it all of them, as far as they can still be read. */
  giveAgain(): Promise<void>;
}

const ofTable: readonly string[] = [...tableSetIds, 'sequences'];

/** The files that a config trains on. */
export function filesOf({ data }: Config, { table, text, pictures }: SourceFiles): SourceFiles {
  return {
    table: ofTable.includes(data.dataset) ? table : null,
    text: data.dataset === 'text' ? text : null,
    pictures: data.dataset === 'pictures' ? pictures : null,
  };
}

export function createSources(request: Client['request']): Sources {
  let files = noSources;

  async function readTable(file: File): Promise<TableSummary> {
    const table = await request({ kind: 'read-table', file });
    files = { ...files, table: file };
    store.setState({ table });
    return table;
  }

  async function readText(file: File): Promise<TextSummary> {
    const text = await request({ kind: 'read-text', file });
    files = { ...files, text: file };
    store.setState({ text });
    return text;
  }

  async function readPictures(given: readonly PictureFile[]): Promise<PicturesSummary> {
    const pictures = await request({ kind: 'read-pictures', files: given });
    files = { ...files, pictures: given };
    store.setState({ pictures });
    return pictures;
  }

  /** The worker too: else it would go on to train on what the page says is not there. */
  async function forget(source: keyof SourceFiles): Promise<void> {
    await request({ kind: 'forget', source });
    files = { ...files, [source]: null };
    store.setState({ [source]: null });
  }

  return {
    get files() {
      return files;
    },
    readTable,
    readText,
    readPictures,
    async restore({ table, text, pictures }) {
      if (table && table !== files.table) await readTable(table);
      if (text && text !== files.text) await readText(text);
      if (pictures && pictures !== files.pictures) await readPictures(pictures);
      if (!table && files.table) await forget('table');
      if (!text && files.text) await forget('text');
      if (!pictures && files.pictures) await forget('pictures');
    },
    async giveAgain() {
      if (files.table) await request({ kind: 'read-table', file: files.table }).catch(() => undefined);
      if (files.text) await request({ kind: 'read-text', file: files.text }).catch(() => undefined);
      if (files.pictures) await request({ kind: 'read-pictures', files: files.pictures }).catch(() => undefined);
    },
  };
}
