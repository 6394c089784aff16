import type { RawRow, Table } from '../data/dataset';
import type { DataInfo } from '../data/info';
import type { DataNote } from '../data/note';
import type { Model } from '../engine/model';
import type { Rows } from '../engine/rows';
import type { Trainer } from '../engine/trainer';
import type { Frame, PointsPreview } from '../worker/protocol';

/** What a person brought along; the worker keeps it from run to run. */
export interface Sources {
  readonly table?: Table | undefined;
}

/** What a family makes of a config: all that the worker needs for a run of it. */
export interface Work<Config, Settings = unknown> {
  /** What prediction needs to know of the data: the `data` field of a weights file. */
  readonly info: DataInfo;
  readonly notes: readonly DataNote[];
  readonly train: Rows;
  /** May be empty (count 0). */
  readonly test: Rows;
  readonly model: Model<Settings>;
  /** What the time of a step depends on, besides batch size and optimizer. */
  readonly shape: string;
  /** The examples as they are drawn; null where they are not. */
  readonly points: PointsPreview | null;
  /** The live settings of a config. @throws {Problem} where they do not suit the data. */
  settings(config: Config): Settings;
  /** What the page shows of the model as it is; `fine` when there is time. */
  frame(trainer: Trainer<Settings, Model<Settings>>, fine: boolean): Promise<Frame>;
  /** Outputs for raw inputs, in their own units. */
  predict(trainer: Trainer<Settings, Model<Settings>>, rows: readonly RawRow[]): Promise<number[][]>;
}

/**
 * Makes the work of a config.
 * @param known what weights that came from a file were trained on; without its source the work has no examples
 */
export type MakeWork<Config> = (config: Config, sources: Sources, known?: DataInfo) => Work<Config>;
