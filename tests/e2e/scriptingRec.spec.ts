import { expect, type Page } from '@playwright/test';
import { config, status, test } from './playground';

const words = 'never odd or even, we sew; no lemon, no melon. '.repeat(30);
const text = {
  family: 'rec',
  data: { form: 'running', window: 12, epochWindows: 32 },
  model: { layers: [8] },
  train: { batchSize: 4 },
};

/** A small network that has read a little of the words. */
async function onText(page: Page): Promise<void> {
  await page.evaluate(
    async ([patch, given]) => {
      const { playground } = window;
      await playground.configure({ ...patch, data: { ...patch.data, dataset: 'verse' } });
      await playground.loadText(new File([given], 'words.txt'));
      await playground.configure(patch);
      await playground.pause();
      await playground.reset();
      await playground.train({ steps: 20 });
    },
    [text, words] as const,
  );
}

test('a script brings a text, trains on it, and has it written on', async ({ opened: page }) => {
  const found = await page.evaluate(
    async ([patch, given]) => {
      const { playground } = window;
      await playground.configure({ ...patch, data: { ...patch.data, dataset: 'verse' } });
      const summary = await playground.loadText(given);
      await playground.pause();
      await playground.reset();
      await playground.configure(patch);
      await playground.train({ steps: 30 });
      const asked = { prompt: 'we ', length: 25, temperature: 0.8, seed: 5 };
      const weights = await playground.exportWeights();
      return {
        summary,
        weights,
        written: await playground.generate(asked),
        again: await playground.generate(asked),
        other: await playground.generate({ ...asked, seed: 6 }),
        alone: await playground.generate(),
        believed: await playground.predict(['never od']),
        metrics: Object.keys(playground.metrics()),
      };
    },
    [text, words] as const,
  );
  expect(found.summary).toEqual({ name: 'text.txt', length: words.length, head: words.slice(0, 2000) });
  expect(await config(page)).toMatchObject({ family: 'rec', data: { dataset: 'text' } });
  expect(found.written).toMatch(/^we .{25}$/s);
  expect(found.again).toBe(found.written);
  expect(found.other).not.toBe(found.written);
  expect(found.alone).toHaveLength(200);
  const { data, training } = found.weights;
  const { vocabulary } = (data as unknown as { output: { vocabulary: string[] } }).output;
  expect(vocabulary).toEqual([...new Set(words)].toSorted());
  expect(training.carried?.map(({ shape }) => shape)).toEqual([
    [4, 8],
    [4, 8],
  ]);
  const [shares] = found.believed as number[][];
  expect(shares).toHaveLength(vocabulary.length);
  expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  expect(found.metrics).toEqual(expect.arrayContaining(['loss', 'testLoss', 'perplexity', 'testPerplexity']));
});

test('a script asks for sums and for forecasts of several series', async ({ opened: page }) => {
  const csv = Array.from({ length: 60 }, (_, i) => `${i},A,${10 + Math.sin(i)}\n${i},B,${1000 + 100 * Math.sin(i)}`);
  const found = await page.evaluate(async (rows) => {
    const { playground } = window;
    await playground.configure({ family: 'rec', data: { dataset: 'addition', samples: 60 }, model: { layers: [6] } });
    const sums = await playground.predict(['12+34', '9+9']);
    await playground.loadData([new File([`day,shop,sales\n${rows}`], 'shops.csv')]);
    await playground.pause();
    await playground.configure({
      data: { dataset: 'table', window: 5, horizon: 2, target: 'sales', time: 'day', key: 'shop', measure: 'level' },
      model: { layers: [4] },
    });
    const steps = (level: number) => [Array.from({ length: 5 }, () => level)];
    return {
      sums,
      first: await playground.predict(steps(10)),
      named: await playground.predict(steps(10), { series: 'A' }),
      second: await playground.predict(steps(1000), { series: 'B' }),
      unknown: await playground.predict(steps(10), { series: 'C' }).catch((error: Error) => error.message),
      short: await playground.predict([[1]]).catch((error: Error) => error.message),
    };
  }, csv.join('\n'));
  for (const sum of found.sums) expect(sum).toMatch(/^[\d ]{0,3}$/);
  expect(found.first).toEqual(found.named);
  const [near = []] = found.first as number[][];
  const [far = []] = found.second as number[][];
  for (const value of near) expect(Math.abs(value - 10)).toBeLessThan(4);
  for (const value of far) expect(Math.abs(value - 1000)).toBeLessThan(400);
  expect(found.unknown).toBe('“shops.csv” has no series “C”. Its series are: A, B.');
  expect(found.short).toMatch(/Input 1 must be a list of numbers \(sales\) for 5 steps/);
});

test('what a script gets wrong with a text is an error that says so, and changes nothing', async ({ opened: page }) => {
  await onText(page);
  const before = { config: await config(page), status: await status(page) };
  const wrong: Readonly<Record<string, RegExp>> = {
    'generate({ prompt: 3 })': /prompt must be a text/,
    'generate({ prompt: "中 we" })': /never saw: 中\. It knows: , \. ;/,
    'generate({ length: 0 })': /length must lie between 1 and 10,?000/,
    'generate({ length: 1.5 })': /length must be a whole number/,
    'generate({ length: "10" })': /length must be a number/,
    'generate({ temperature: -1 })': /temperature must lie between 0 and 10/,
    'generate({ temperature: NaN })': /temperature must be a number/,
    'generate({ seed: 0.5 })': /seed must be a whole number/,
    'generate({ seed: -1 })': /seed must lie between/,
    'loadText(null)': /text must be a text/,
    'loadText("")': /holds no text/,
    'loadText("aaaaaaaa")': /has no other character than “a”/,
    'loadText(new File([new Uint8Array([0, 1, 2, 0])], "photo.txt"))': /“photo\.txt” is not a text file/,
    'predict("never")': /inputs must be a list/,
    'predict([3])': /Input 1 must be a text/,
    'predict([""])': /Input 1 has 0 characters; between 1 and 11 are read/,
    'predict(["we", "中"])': /Input 2 has characters that the network never saw: 中/,
    'predict(["we"], { series: 3 })': /series must be a text/,
    'predict(["we"], { series: "A" })': /has no series/,
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
  await page.evaluate(() => window.playground.configure({ family: 'net' }));
  const refused = await page.evaluate(() =>
    window.playground.generate().catch((error: unknown) => (error as Error).message),
  );
  expect(refused).toMatch(/“spiral” is no text/);
});
