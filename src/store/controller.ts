import type { TableSummary } from '../data/dataset';
import type { PictureFile } from '../data/images/pictures';
import type { PicturesSummary } from '../data/images/summary';
import type { GenConfig } from '../families';
import type { Augmented, AugmentRequest } from '../families/gen/augment';
import type { Answer, RawInput } from '../families/info';
import type { WeightsFile } from '../formats/weights';
import type { Metrics, Until } from '../training/progress';
import type { Generated, GenerateRequest, Look, NearestPictures, TextSummary, WalkRequest } from '../worker/protocol';
import type { PaceChoice } from './playground';

/**
 * Everything a person or a script can do. The buttons and `window.playground` call the same functions; each
 * resolves when it has taken effect, and rejects with a Problem when it cannot, having changed nothing.
 */
export interface Controller {
  /** Builds the run of the store's config and trains it, and offers the run of the last visit. Called once. */
  open(): Promise<void>;
  /** Lays a patch over the config: live settings keep the weights, others rebuild the run. */
  configure(patch: unknown): Promise<void>;
  preset(id: string): Promise<void>;
  /** Starts training, at the chosen pace unless in a hurry; resolves when a limit is reached or training stops for another reason. */
  play(until?: Until, options?: { readonly hurry?: boolean }): Promise<void>;
  pause(): Promise<void>;
  /** @param learns of Gen: who learns in these steps, whatever the config says */
  step(count?: number, learns?: GenConfig['train']['learns']): Promise<void>;
  /** Starts over with the same seed. */
  reset(): Promise<void>;
  /** The stop condition of the play button; absolute steps and epochs. */
  setStop(stop: Until): void;
  setPace(pace: PaceChoice): void;
  /** Reads a table and trains on it, to predict `target` or else the column that is most likely meant. */
  loadTable(file: File, target?: string): Promise<TableSummary>;
  /** Reads a drawing, a table with the columns x and y, and trains a generator to imitate it. */
  loadDrawing(file: File): Promise<TableSummary>;
  /** Reads a text and trains a recurrent network on it. */
  loadText(file: File): Promise<TextSummary>;
  /** Reads pictures, or IDX files of them, and trains a generator to imitate them. */
  loadPictures(files: readonly PictureFile[]): Promise<PicturesSummary>;
  evaluate(split: 'train' | 'test'): Promise<Metrics>;
  /** Whether generated pictures help Net; training may go on meanwhile. */
  augment(request: AugmentRequest): Promise<Augmented>;
  /** Net: rows of cells or coordinates. Rec: sequences, texts or numbers, of a series where several are forecast. */
  predict(rows: readonly RawInput[], series?: string): Promise<readonly Answer[]>;
  /** Text that goes on from a prompt, or samples. */
  generate(request: GenerateRequest): Promise<Generated>;
  /** The training pictures that a picture is most like. */
  nearest(picture: Uint8Array): Promise<NearestPictures>;
  /** What lies between two of the pictures that are made. */
  walk(request: WalkRequest): Promise<Uint8Array>;
  /** What the person asks to see of the model; it changes nothing of the training. */
  look(look: Look): void;
  exportWeights(): Promise<WeightsFile>;
  importWeights(file: unknown): Promise<void>;
  /** Times this run's step on every backend again, and goes on with the fastest. */
  measureAgain(): Promise<void>;
  /** Tries every backend and puts what is known of them into the store. */
  surveyBackends(): Promise<void>;
  /** The page has drawn the frame in the store. */
  frameDrawn(): void;
  dismiss(noticeId: number): void;
}
