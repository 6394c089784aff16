import type { Dataset } from '../data/dataset';
import type { DataInfo } from '../data/info';
import type { Model } from '../engine/model';
import type { Frame } from '../worker/protocol';
import type { Config, FamilyId } from '.';
import { netFrames, type Predict } from './net/frame';
import { type NetSettings, netModel, netSettings } from './net/model';

/** What the worker side asks of a family. */
export interface FamilyModel<Settings> {
  model(config: Config, info: DataInfo): Model<Settings>;
  /** The live settings of a config. @throws {Problem} where they do not suit the data. */
  settings(config: Config, info: DataInfo): Settings;
  frames(dataset: Dataset): (predict: Predict, fine: boolean) => Promise<Frame>;
}

/** The worker side of each family. */
export const familyModels = {
  net: { model: netModel, settings: netSettings, frames: netFrames },
} satisfies Record<FamilyId, FamilyModel<NetSettings>>;
