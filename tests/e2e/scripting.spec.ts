import { expect } from '@playwright/test';
import { config, status, test, trainSteps } from './playground';

const doubles = 'a,b\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n7,14\n8,16\n';

test('a script trains until the first limit that holds', async ({ opened: page }) => {
  const reached = await page.evaluate(async () => {
    const { playground } = window;
    return [
      await playground.train({ steps: 30 }),
      await playground.train({ epochs: 2, steps: 1000 }),
      await playground.train({ seconds: 0.2 }),
      await playground.train({ metric: ['testLoss', '<', 100] }),
    ].map(({ phase, step, epoch }) => ({ phase, step, epoch }));
  });
  expect(reached.map(({ phase }) => phase)).toEqual(['paused', 'paused', 'paused', 'paused']);
  expect(reached[0]).toMatchObject({ step: 30, epoch: 1 });
  expect(reached[1]).toMatchObject({ step: 75, epoch: 3 });
  expect(reached[2]?.step).toBeGreaterThan(75);
});

test('a script starts, pauses, steps and resets', async ({ opened: page }) => {
  const phases = await page.evaluate(async () => {
    const { playground } = window;
    const started = await playground.train();
    const paused = await playground.pause();
    const stepped = await playground.step(5);
    const once = await playground.step();
    const reset = await playground.reset();
    await playground.train({ steps: 3 });
    await playground.train();
    while (playground.status().step <= 3) await new Promise((resolve) => setTimeout(resolve, 10));
    const later = await playground.pause();
    return { started, paused, stepped, once, reset, later };
  });
  expect(phases.started).toMatchObject({ backend: 'cpu', params: 337 });
  // Asked to pause before it had begun, it does not begin afterwards.
  expect(phases.paused.phase).toMatch(/^(?:ready|paused)$/);
  expect(phases.stepped.step).toBe(phases.paused.step + 5);
  expect(phases.once.step).toBe(phases.stepped.step + 1);
  expect(phases.reset).toMatchObject({ phase: 'ready', step: 0, epoch: 0, stepsPerSecond: 0 });
  expect(phases.later.phase).toBe('paused');
  expect(phases.later.step).toBeGreaterThan(3);
  expect(phases.reset.memoryBytes).toBeGreaterThan(0);
});

test('a script changes settings, and what it holds of them is a copy', async ({ opened: page }) => {
  await page.evaluate(async () => {
    await window.playground.configure({ model: { layers: [8, 8] }, train: { learningRate: 0.03 } });
    const copy = window.playground.config() as { seed: number };
    copy.seed = 99;
  });
  expect(await config(page)).toMatchObject({
    seed: 1,
    model: { layers: [8, 8], activation: 'relu' },
    train: { learningRate: 0.03, batchSize: 10 },
  });
});

test('a script lists the presets and takes one', async ({ opened: page }) => {
  const presets = await page.evaluate(async () => {
    await window.playground.preset('circle');
    return window.playground.presets();
  });
  expect(presets).toContainEqual({ id: 'article', family: 'net', title: 'As in the article' });
  expect(await config(page)).toMatchObject({ backend: 'cpu', data: { dataset: 'circle' }, model: { layers: [8] } });
});

test('a script measures and asks the network', async ({ opened: page }) => {
  await trainSteps(page, 50);
  const found = await page.evaluate(async () => ({
    metrics: window.playground.metrics(),
    train: await window.playground.evaluate('train'),
    test: await window.playground.evaluate(),
    answers: await window.playground.predict([
      [0, 1],
      [4, 4],
    ]),
    none: await window.playground.predict([]),
  }));
  expect(found.metrics.testLoss?.step).toEqual([0, 25, 50]);
  expect(found.test.loss).toBe(found.metrics.testLoss?.value.at(-1));
  expect(found.train.accuracy).toBe(found.metrics.accuracy?.value.at(-1));
  for (const shares of found.answers) {
    expect(shares).toHaveLength(2);
    expect((shares[0] as number) + (shares[1] as number)).toBeCloseTo(1, 5);
  }
  expect(found.none).toEqual([]);
});

test('a script loads a table, takes its weights and gives them back', async ({ opened: page }) => {
  const found = await page.evaluate(async (csv) => {
    const { playground } = window;
    const summary = await playground.loadData([new File([csv], 'double.csv')], { target: 'b' });
    await playground.train({ steps: 20 });
    const weights = await playground.exportWeights();
    const learned = await playground.predict([[10]]);
    await playground.train({ steps: 20 });
    const back = await playground.importWeights(JSON.parse(JSON.stringify(weights)));
    return { summary, weights, learned, back, again: await playground.predict([[10]]) };
  }, doubles);
  expect(found.summary).toMatchObject({ name: 'double.csv', rows: 8, suggestedTarget: 'b' });
  expect(found.weights).toMatchObject({ format: 'deepseek-playground/weights', version: 1 });
  expect(found.back.step).toBe(found.weights.training.step);
  expect(found.again).toEqual(found.learned);
});

test('a script asks which backends there are', async ({ opened: page }) => {
  const backends = await page.evaluate(() => window.playground.backends());
  expect(backends.map(({ id }) => id)).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  expect(backends.find(({ id }) => id === 'cpu')).toMatchObject({ available: true });
  for (const { available, reason } of backends) expect(available || (reason ?? '').length > 10).toBe(true);
  expect((await page.evaluate(() => window.playground.version)).split('.')).toHaveLength(3);
});

test('what a script gets wrong is an error that says so, and changes nothing', async ({ opened: page }) => {
  await trainSteps(page, 20);
  const before = { config: await config(page), status: await status(page) };
  const wrong: Readonly<Record<string, RegExp>> = {
    'configure(null)': /A config must be an object/,
    'configure({ train: { learningRate: "fast" } })': /train\.learningRate must be a number/,
    'configure({ train: { learninRate: 1 } })': /“train\.learninRate” is not a setting/,
    'configure({ model: { layers: [0] } })': /model\.layers must be a list of/,
    'configure({ train: { batchSize: 300 } })': /larger than the 250 training examples/,
    'preset("nothing")': /no preset called/,
    'train({ steps: -1 })': /steps must lie between/,
    'train({ epochs: "3" })': /epochs must lie between/,
    'train({ metric: ["testLos", "<", 1] })': /metric\[0\] must be one of: loss, testLoss, /,
    'train({ metric: ["testLoss", "=", 1] })': /metric\[1\] must be one of: <, >/,
    'train({ metric: ["testLoss", "<", "low"] })': /metric\[2\] must be a number/,
    'step(0)': /n must lie between/,
    'evaluate("all")': /split must be one of/,
    'predict([[1]])': /Input 1 must be a list of 2 values/,
    'predict([["a", 2]])': /Input 1 /,
    'predict("abc")': /Input 1 must be a list of 2 values/,
    'loadData([])': /No table is loaded/,
    'loadData([new File(["a,b"], "empty.csv")])': /“empty\.csv” holds no rows/,
    'loadData([new File(["a,b\\n1,2\\n2,4\\n3,6\\n"], "small.csv")], { target: "c" })': /has no column “c”/,
    'importWeights(null)': /weights file|the file/i,
    'importWeights({})': /“format” must be/,
  };
  for (const [call, says] of Object.entries(wrong)) {
    const refusal = await page.evaluate(
      (code) =>
        // oxlint-disable-next-line typescript/no-implied-eval -- each call is one of those above
        Promise.resolve(new Function(`return window.playground.${code}`)()).then(
          () => 'nothing was refused',
          (error: unknown) => (error instanceof Error ? error.message : `no error: ${String(error)}`),
        ),
      call,
    );
    expect.soft(refusal, call).toMatch(says);
    expect.soft(await config(page), call).toEqual(before.config);
    expect.soft(await status(page), call).toEqual(before.status);
  }
});
