import { openDB } from 'idb';
import { parseConfig } from '../config/gate';
import type { Checkpoint } from '../worker/protocol';
import { type Series, thinSeries } from './series';
import { noSources, type SourceFiles } from './sources';

/** What a closed tab leaves behind: enough to go on where it stopped. */
export interface LastRun {
  readonly checkpoint: Checkpoint;
  readonly series: Series;
  /** What it was trained on, where a person brought it along. */
  readonly sources: SourceFiles;
}

const store = 'runs';
/** Rows of the curves that are kept: saving must not be felt, however long the run. */
const mostRows = 2000;

const open = () =>
  openDB('deepseek-playground', 1, {
    upgrade: (database) => void database.createObjectStore(store),
  });

const sourceKinds = ['table', 'text', 'pictures'] as const satisfies readonly (keyof SourceFiles)[];

let saved: SourceFiles = noSources;

/** Without storage (private windows, a full disk) nothing is kept, and nothing else suffers. */
export async function saveLastRun({ checkpoint, series, sources }: LastRun): Promise<void> {
  try {
    const database = await open();
    await database.put(store, { checkpoint, series: thinSeries(series, mostRows) }, 'last');
    for (const kind of sourceKinds) if (sources[kind] !== saved[kind]) await database.put(store, sources[kind], kind);
    saved = sources;
    database.close();
  } catch {
    // The run itself goes on.
  }
}

/** The run of the last visit, or null: also when an older version of the page saved it in another form. */
export async function readLastRun(): Promise<LastRun | null> {
  try {
    const database = await open();
    const run: Omit<LastRun, 'sources'> | undefined = await database.get(store, 'last');
    const sources = { ...noSources };
    for (const kind of sourceKinds) sources[kind] = (await database.get(store, kind)) ?? null;
    database.close();
    if (!run) return null;
    const config = parseConfig(run.checkpoint.config);
    return { ...run, checkpoint: { ...run.checkpoint, config }, sources };
  } catch {
    return null;
  }
}
