import type { Dataset } from '../data/dataset';
import type { DataInfo } from '../data/info';
import type { Model } from '../engine/model';
import type { Frame } from '../worker/protocol';
import type { Config, FamilyId } from '.';
import { netFrames, type Predict } from './net/frame';
import { type NetSettings, netModel, netSettings, netShape } from './net/model';

/** What the worker side asks of a family. */
export interface FamilyModel<Settings> {
  model(config: Config, info: DataInfo): Model<Settings>;
  /** What the time of a step depends on, besides batch size and optimizer. */
  shape(config: Config, info: DataInfo): string;
  /** The live settings of a config. @throws {Problem} where they do not suit the data. */
  settings(config: Config, info: DataInfo): Settings;
  frames(dataset: Dataset): (predict: Predict, fine: boolean) => Promise<Frame>;
}

/** The worker side of each family. */
export const familyModels = {
  net: { model: netModel, shape: netShape, settings: netSettings, frames: netFrames },
} satisfies Record<FamilyId, FamilyModel<NetSettings>>;
