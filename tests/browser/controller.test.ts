import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { patchConfig } from '../../src/config/gate';
import { createController } from '../../src/store/createController';
import { readLastRun } from '../../src/store/lastRun';
import { playgroundStore } from '../../src/store/playground';
import { recConfigOf } from '../unit/rec/helpers';
import { refusal } from './sessions';

const NativeWorker = globalThis.Worker;
const workers: Worker[] = [];
const get = () => playgroundStore.getState();

const textOf = (words: string, name: string) => new File([words.repeat(60)], name);
const poem = textOf('never odd or even, we sew; ', 'poem.txt');
const rhyme = textOf('pease porridge hot, pease porridge cold; ', 'rhyme.txt');
const config = recConfigOf({
  backend: 'cpu',
  data: { dataset: 'text', form: 'running', window: 8, epochWindows: 32 },
  model: { layers: [8] },
  train: { batchSize: 4 },
});

const until = <T>(met: () => T | Promise<T>) => vi.waitUntil(met, { timeout: 30_000, interval: 20 });

/** What a notice offers to do. */
const offered = (key: string) => until(() => get().notices.find(({ problem }) => problem.key === key)?.action);

let controller: ReturnType<typeof createController>;

/** Every piece of a text that was shown. */
const samples: string[] = [];
playgroundStore.subscribe(({ frame }, before) => {
  if (!frame || frame === before.frame) return;
  if (frame.frame.kind === 'text') samples.push(frame.frame.said.map(({ symbol }) => symbol).join(''));
  controller.frameDrawn();
});

/** Trains so many steps and rests. */
async function train(steps: number): Promise<void> {
  await controller.pause();
  await controller.play({ step: get().step + steps });
}

/** A text to train on, at step 0 and paused. */
async function bring(text: File): Promise<void> {
  await controller.loadText(text);
  await controller.pause();
  await controller.reset();
}

beforeAll(async () => {
  // To be able to end the worker as a browser would.
  globalThis.Worker = class extends NativeWorker {
    constructor(...given: ConstructorParameters<typeof NativeWorker>) {
      super(...given);
      workers.push(this);
    }
  };
  playgroundStore.setState({ config: patchConfig(config, { data: { dataset: 'verse' } }) });
  controller = createController();
  await controller.open();
  await controller.pause();
});
afterAll(() => {
  globalThis.Worker = NativeWorker;
  for (const worker of workers) worker.terminate();
});

describe('a text that is brought', () => {
  test('is trained on at once', async () => {
    const summary = await controller.loadText(poem);
    expect(summary).toMatchObject({ name: 'poem.txt', length: 27 * 60 });
    expect(get()).toMatchObject({
      phase: 'training',
      config: { family: 'rec', data: { dataset: 'text' } },
      text: summary,
    });
    await until(() => get().step > 3);
    await controller.pause();
    expect(get().run?.info).toMatchObject({ name: 'poem.txt', task: 'characters' });
  });

  test('leaves everything as it was where it is refused', async () => {
    await bring(poem);
    await train(7);
    const before = get();
    const { parameters } = await controller.exportWeights().then(({ tensors }) => ({ parameters: tensors }));
    for (const [file, key] of [
      [new File([], 'empty.txt'), 'textEmpty'],
      [new File(['aaaa'.repeat(99)], 'a.txt'), 'textOneSymbol'],
      [new File([Uint8Array.of(0, 1, 2, 0)], 'photo.txt'), 'textBinary'],
    ] as const) {
      expect((await refusal(controller.loadText(file))).key).toBe(key);
      const { config: now, step, run, text, phase } = get();
      expect({ now, step, run, text, phase }).toEqual({
        now: before.config,
        step: 7,
        run: before.run,
        text: before.text,
        phase: 'paused',
      });
    }
    expect((await controller.exportWeights()).tensors).toEqual(parameters);
    await train(2);
    expect(get()).toMatchObject({ step: 9, run: { info: { name: 'poem.txt' } } });
  });

  test('comes back with its run when the next one is undone', async () => {
    await bring(poem);
    await train(9);
    const before = await controller.exportWeights();
    await controller.loadText(rhyme);
    await controller.pause();
    expect(get().run?.info.name).toBe('rhyme.txt');
    (await offered('startedOver')).run();
    await until(() => get().run?.info.name === 'poem.txt' && get().phase === 'ready');
    expect(get()).toMatchObject({ step: 9, text: { name: 'poem.txt' }, run: { trainable: true } });
    expect((await controller.exportWeights()).tensors).toEqual(before.tensors);
    await train(1);
    expect(get().step).toBe(10);
  });
});

describe('a run on a text', { timeout: 120_000 }, () => {
  test('goes on exactly in the tab that is opened next', async () => {
    await bring(poem);
    for (const { id } of get().notices) controller.dismiss(id);
    await train(11);
    await until(async () => (await readLastRun())?.checkpoint.step === 11);
    const last = await readLastRun();
    expect(last?.sources.text).toMatchObject({ name: 'poem.txt', size: poem.size });
    expect(Object.keys(last?.checkpoint.carried ?? {})).toEqual(['layer0/h', 'layer0/c']);
    await train(10);
    const straight = await controller.exportWeights();

    // The next tab finds what lay there at step 11.
    const found = last as NonNullable<typeof last>;
    const { saveLastRun } = await import('../../src/store/lastRun');
    await saveLastRun(found);
    playgroundStore.setState({
      config: patchConfig(config, { data: { dataset: 'verse' } }),
      run: null,
      text: null,
      notices: [],
    });
    controller = createController();
    await controller.open();
    await controller.pause();
    (await offered('resumeOffered')).run();
    await until(() => get().run?.info.name === 'poem.txt' && get().phase === 'ready');
    expect(get()).toMatchObject({ step: 11, text: { name: 'poem.txt' } });
    await train(10);
    const resumed = await controller.exportWeights();
    expect(resumed.tensors).toEqual(straight.tensors);
    expect(resumed.training).toEqual(straight.training);
  });

  test('goes on in a new worker, which is given the text and what the person looked at', async () => {
    await bring(poem);
    for (const { id } of get().notices) controller.dismiss(id);
    await train(6);
    controller.look({ prompt: 'sew', temperature: 0.7, example: 0, layer: 0, series: '', take: 0 });
    const begins = () => samples.some((sample) => sample.startsWith('sew'));
    await until(begins);
    await until(async () => (await readLastRun())?.checkpoint.step === 6);
    const { tensors } = await controller.exportWeights();
    samples.length = 0;
    workers.at(-1)?.terminate();
    await until(() => get().notices.some(({ problem }) => problem.key === 'workerLost'));
    expect(get()).toMatchObject({ step: 6, run: { trainable: true, info: { name: 'poem.txt' } } });
    expect((await controller.exportWeights()).tensors).toEqual(tensors);
    await until(begins);
    await train(2);
    expect(get().step).toBe(8);
  });
});

test('after a first text is refused there is none', async () => {
  playgroundStore.setState({
    config: patchConfig(config, { data: { dataset: 'verse' } }),
    run: null,
    text: null,
    notices: [],
  });
  controller = createController();
  await controller.open();
  await controller.pause();
  expect((await refusal(controller.loadText(new File(['aaaa'.repeat(99)], 'a.txt')))).key).toBe('textOneSymbol');
  expect((await refusal(controller.configure({ data: { dataset: 'text' } }))).key).toBe('noText');
  expect(get()).toMatchObject({ text: null, config: { data: { dataset: 'verse' } } });
});
