import { version } from '../../package.json';
import { showValue } from '../config/showValue';
import type { TableSummary } from '../data/dataset';
import { type Config, families, familyIds } from '../families';
import type { Answer, RawInput } from '../families/info';
import type { WeightsFile } from '../formats/weights';
import { describeProblem } from '../i18n/describeProblem';
import { formatMessage } from '../i18n/format';
import { currentMessages } from '../i18n/useMessages';
import { Problem, toProblem } from '../problem';
import type { Controller } from '../store/controller';
import { type Phase, playgroundStore } from '../store/playground';
import { type BackendId, backendIds } from '../training/names';
import type { Metrics, Until } from '../training/progress';
import type { SamplesRequest, TextRequest, TextSummary } from '../worker/protocol';

export interface Status {
  readonly phase: Phase;
  readonly step: number;
  readonly epoch: number;
  readonly backend: BackendId | null;
  readonly stepsPerSecond: number;
  readonly examplesPerSecond: number;
  readonly params: number;
  readonly memoryBytes: number;
  readonly error?: string;
}

/** How long to train from now on; the first condition that holds ends it. */
export interface TrainUntil {
  readonly steps?: number;
  readonly epochs?: number;
  readonly seconds?: number;
  readonly metric?: readonly [name: string, op: '<' | '>', value: number];
}

type TextOptions = Partial<Omit<TextRequest, 'kind'>>;
type SamplesOptions = Partial<Pick<SamplesRequest, 'seed' | 'latents'>>;

/** `window.playground`: what the buttons do, for scripts, tests and benches. */
export interface Playground {
  readonly version: string;
  config(): Config;
  configure(patch: unknown): Promise<void>;
  presets(): { id: string; family: string; title: string }[];
  preset(id: string): Promise<void>;
  train(until?: TrainUntil): Promise<Status>;
  pause(): Promise<Status>;
  step(n?: number): Promise<Status>;
  reset(): Promise<Status>;
  status(): Status;
  backends(): Promise<{ id: BackendId; available: boolean; reason?: string; device?: string }[]>;
  metrics(): Record<string, { step: number[]; value: number[] }>;
  evaluate(split?: 'train' | 'test'): Promise<Metrics>;
  predict(inputs: readonly RawInput[], options?: { readonly series?: string }): Promise<readonly Answer[]>;
  /** Rec: a text that goes on from a prompt. */
  generate(options?: TextOptions): Promise<string>;
  /** Gen: so many samples, each as its coordinates or pixels, or the numbers and texts of a row. */
  generate<Cell extends number | string = number>(
    count: number,
    options?: SamplesOptions,
  ): Promise<readonly (readonly Cell[])[]>;
  loadData(files: readonly File[], options?: { readonly target?: string }): Promise<TableSummary>;
  loadText(text: string | File): Promise<TextSummary>;
  exportWeights(): Promise<WeightsFile>;
  importWeights(file: unknown): Promise<Status>;
}

/** Problems become errors with a sentence in the page's language. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Error(describeProblem(toProblem(error), currentMessages()), { cause: error });
  }
}

function status(): Status {
  const { phase, step, epoch, backend, stepsPerSecond, examplesPerSecond, memoryBytes, run, error } =
    playgroundStore.getState();
  return {
    phase,
    step,
    epoch,
    backend,
    stepsPerSecond,
    examplesPerSecond,
    params: run?.parameters ?? 0,
    memoryBytes,
    ...(error && { error: describeProblem(error, currentMessages()) }),
  };
}

function checkPositive(name: string, value: unknown): void {
  if (value !== undefined && (typeof value !== 'number' || !(value > 0)))
    throw new Problem('settingOutOfRange', { path: name, min: '> 0', max: '∞', found: String(value) });
}

function checkRange(path: string, value: unknown, min: number, max: number): void {
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new Problem('settingNotNumber', { path, found: String(value) });
  if (value < min || value > max) throw new Problem('settingOutOfRange', { path, min, max, found: value });
}

function checkWhole(path: string, value: unknown, min: number, max: number): void {
  checkRange(path, value, min, max);
  if (!Number.isInteger(value)) throw new Problem('settingNotWhole', { path, found: String(value) });
}

const mostSeed = 2 ** 32 - 1;
const mostSamples = 100_000;

/** A long prompt takes as many steps at once. */
const mostCharacters = 10_000;

function checkText(path: string, value: unknown, maxLength: number | '∞' = '∞'): void {
  if (typeof value !== 'string' || (maxLength !== '∞' && value.length > maxLength))
    throw new Problem('settingNotText', { path, maxLength, found: showValue(value) });
}

function checkOption(path: string, value: unknown, options: readonly string[]): void {
  if (!options.some((option) => option === value))
    throw new Problem('settingNotOption', { path, found: String(value), options: options.join(', ') });
}

function textRequest(options: TextOptions): TextRequest {
  const { prompt = '', length = 200, temperature = 0.7, seed = 0 } = options;
  checkText('prompt', prompt, mostCharacters);
  checkWhole('length', length, 1, 10_000);
  checkRange('temperature', temperature, 0, 10);
  checkWhole('seed', seed, 0, mostSeed);
  return { kind: 'text', prompt, length, temperature, seed };
}

function samplesRequest(count: number, { seed = 0, latents }: SamplesOptions): SamplesRequest {
  checkWhole('count', count, 1, mostSamples);
  checkWhole('seed', seed, 0, mostSeed);
  if (latents === undefined) return { kind: 'samples', count, seed };
  if (!Array.isArray(latents)) throw new Problem('inputsNotList', { found: showValue(latents) });
  if (latents.length !== count) throw new Problem('latentCount', { expected: count, found: latents.length });
  return { kind: 'samples', count, seed, latents };
}

/** A limit on a metric that does not exist would never be reached. */
function checkMetric(metric: TrainUntil['metric']): void {
  if (metric === undefined) return;
  const [name, op, value] = Array.isArray(metric) ? metric : [metric];
  checkOption('metric[0]', name, Object.keys(currentMessages().transport.metrics));
  checkOption('metric[1]', op, ['<', '>']);
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new Problem('settingNotNumber', { path: 'metric[2]', found: String(value) });
}

function checkLimits({ steps, epochs, seconds, metric }: TrainUntil): void {
  checkPositive('steps', steps);
  checkPositive('epochs', epochs);
  checkPositive('seconds', seconds);
  checkMetric(metric);
}

/** Resolves when training has started. */
function trainingStarts(): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (playgroundStore.getState().phase !== 'training') return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = playgroundStore.subscribe(check);
    check();
  });
}

/** Relative limits made absolute. */
function absolute({ steps, epochs, seconds, metric }: TrainUntil): Until {
  const { step, epoch } = playgroundStore.getState();
  return {
    ...(steps !== undefined && { step: step + Math.ceil(steps) }),
    ...(epochs !== undefined && { epoch: epoch + Math.ceil(epochs) }),
    ...(seconds !== undefined && { seconds }),
    ...(metric && { metric }),
  };
}

export function createPlayground(controller: Controller): Playground {
  const then = (work: Promise<unknown>): Promise<Status> => readable(work.then(status));
  return {
    version,
    config: () => structuredClone(playgroundStore.getState().config),
    configure: (patch) => readable(controller.configure(patch)),
    presets() {
      const titles = currentMessages().presets;
      return familyIds.flatMap((family) =>
        families[family].presets.map(({ id }) => ({ id, family, title: titles[id]?.title ?? id })),
      );
    },
    preset: (id) => readable(controller.preset(id)),
    async train(until) {
      if (until === undefined) {
        const refused = controller.play({}, { hurry: true }).then(() => undefined);
        await readable(Promise.race([refused, trainingStarts()]));
        return status();
      }
      return then(
        (async () => {
          checkLimits(until);
          await controller.pause();
          await controller.play(absolute(until), { hurry: true });
        })(),
      );
    },
    pause: () => then(controller.pause()),
    step: (n = 1) =>
      then(
        (async () => {
          checkPositive('n', n);
          await controller.step(Math.ceil(n));
        })(),
      ),
    reset: () => then(controller.reset()),
    status,
    async backends() {
      await readable(controller.surveyBackends());
      const { reasons } = currentMessages().backends;
      const reports = playgroundStore.getState().backends;
      return backendIds.map((id) => {
        const report = reports.find((r) => r.id === id);
        return {
          id,
          available: report?.available ?? false,
          ...(report?.reason && { reason: formatMessage(reasons[report.reason], {}) }),
          ...(report?.device && { device: report.device }),
        };
      });
    },
    metrics() {
      const { step, values } = playgroundStore.getState().series;
      const entries = Object.entries(values).map(([name, column]) => {
        const rows = step.map((at, i) => [at, column[i] ?? Number.NaN] as const).filter(([, v]) => !Number.isNaN(v));
        return [name, { step: rows.map(([at]) => at), value: rows.map(([, v]) => v) }] as const;
      });
      return Object.fromEntries(entries);
    },
    evaluate: (split = 'test') =>
      readable(
        (async () => {
          checkOption('split', split, ['train', 'test']);
          return controller.evaluate(split);
        })(),
      ),
    predict: (inputs, options) =>
      readable(
        (async () => {
          if (options?.series !== undefined) checkText('series', options.series);
          return controller.predict(inputs, options?.series);
        })(),
      ),
    // What it is asked decides what it gives, as the overloads say.
    generate: ((asked: number | TextOptions = {}, options: SamplesOptions = {}) =>
      readable(
        (async () =>
          controller.generate(typeof asked === 'object' ? textRequest(asked) : samplesRequest(asked, options)))(),
      )) as Playground['generate'],
    loadData: (files, options) =>
      readable(
        (async () => {
          const [file] = files;
          if (!file) throw new Problem('noTable');
          return controller.loadTable(file, options?.target);
        })(),
      ),
    loadText: (text) =>
      readable(
        (async () => {
          if (text instanceof File) return controller.loadText(text);
          checkText('text', text);
          return controller.loadText(new File([text], 'text.txt'));
        })(),
      ),
    exportWeights: () => readable(controller.exportWeights()),
    importWeights: (file) => then(controller.importWeights(file)),
  };
}
