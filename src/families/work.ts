import type { Table } from '../data/dataset';
import type { PictureSource } from '../data/images/read';
import type { TextSource } from '../data/sequences/dataset';
import type { Model } from '../engine/model';
import type { Rows } from '../engine/rows';
import type { Trainer, TrainSettings } from '../engine/trainer';
import type { Exclusive } from '../mutex';
import type { Metrics } from '../training/progress';
import type {
  Frame,
  Generated,
  GenerateRequest,
  Look,
  NearestPictures,
  PicturesPreview,
  PointsPreview,
  TablePreview,
  WalkRequest,
} from '../worker/protocol';
import type { Config } from '.';
import type { Augmented, AugmentRequest } from './gen/augment';
import type { Answer, Info, Note, RawInput } from './info';

/** What a person brought along; the worker keeps it from run to run. */
export interface Sources {
  readonly table?: Table | undefined;
  readonly text?: TextSource | undefined;
  readonly pictures?: PictureSource | undefined;
}

type TrainerOf<Settings> = Trainer<Settings, Model<Settings>>;

/** What a family makes of a config: all that the worker needs for a run of it. */
export interface Work<C extends Config = Config, Settings = unknown> {
  readonly info: Info;
  readonly notes: readonly Note[];
  readonly train: Rows;
  /** What of the training data is evaluated, where that is not `train` itself. */
  readonly seen?: Rows;
  /** May be empty (count 0). */
  readonly test: Rows;
  readonly model: Model<Settings>;
  /** What the time of a step depends on, besides batch size and optimizer. */
  readonly shape: string;
  /** The examples as they are drawn; null where they are not. */
  readonly points: PointsPreview | null;
  /** Examples that are pictures. */
  readonly pictures?: PicturesPreview | null;
  /** Examples that are rows of a table to be imitated. */
  readonly table?: TablePreview | null;
  /** How its parameters are changed; by itself as `config.train` says. */
  training?(config: C): TrainSettings;
  /** More of the model's quality than the losses say, for the curves or, `fine`, for whoever asks. */
  quality?(trainer: TrainerOf<Settings>, fine: boolean): Promise<Metrics>;
  /** The live settings of a config. @throws {Problem} where they do not suit the data. */
  settings(config: C): Settings;
  /** What the page shows of the model as it is; `fine` when there is time. */
  frame(trainer: TrainerOf<Settings>, fine: boolean): Promise<Frame>;
  /** What sums over examples cannot tell of how good the model is; of the test, or else of what is trained on. */
  scores?(trainer: TrainerOf<Settings>): Promise<Metrics>;
  /** Takes what a person asks to see; null where there is nothing to choose. */
  look?(look: Look): void;
  /** Outputs for raw inputs, in their own units; of a forecast, those of the series at a place in `seriesKeys`. @throws {Problem} for inputs that cannot be read. */
  predict(trainer: TrainerOf<Settings>, rows: readonly RawInput[], series?: number): Promise<readonly Answer[]>;
  /**
   * Text that goes on from a prompt, or samples, by the parameters of now, in pieces that each wait for their turn.
   * @throws {Problem} where the network makes none, or cannot read what is given.
   */
  generate?(trainer: TrainerOf<Settings>, request: GenerateRequest, turn: Exclusive): Promise<Generated>;
  /** Whether what it makes helps another network; see gen/augment.ts. @throws {Problem} where it makes nothing with classes. */
  augment?(trainer: TrainerOf<Settings>, request: AugmentRequest, turn: Exclusive): Promise<Augmented>;
  /** The training pictures that a picture is most like. */
  nearest?(picture: Uint8Array): NearestPictures;
  /** What lies between two of the pictures that are shown. */
  walk?(trainer: TrainerOf<Settings>, request: WalkRequest): Promise<Uint8Array>;
  dispose?(): void;
}
