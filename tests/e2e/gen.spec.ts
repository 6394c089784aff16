import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { cutOff, expectAccessible, inChinese } from './looking';
import { genConfig, open, status, test, trainSteps, upload } from './playground';

const tab = (page: Page, family: 'Net' | 'Gen') =>
  page.getByRole('navigation', { name: 'Kind of network' }).getByRole('button', { name: new RegExp(`^${family}`) });
const layer = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Parts of the picture' }).getByRole('button', { name });
const byHand = (page: Page, name: string) =>
  page.getByRole('group', { name: 'One step by hand' }).getByRole('button', { name, exact: true });
const dataset = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Data set', exact: true }).getByRole('button', { name, exact: true });
const plane = (page: Page) => page.getByRole('img', { name: /^Map of what the discriminator takes for real/ });

/** Small networks on a quick backend, paused at step 0. */
async function chooseGen(page: Page, patch: object = {}): Promise<void> {
  await page.evaluate(async (changes) => {
    await window.playground.configure({ backend: 'wasm' });
    await window.playground.preset('ring');
    await window.playground.pause();
    await window.playground.configure({
      data: { samples: 500 },
      model: { generator: [16], discriminator: [16] },
      train: { batchSize: 32 },
      ...changes,
    });
    await window.playground.reset();
  }, patch);
  await expect(plane(page)).toBeVisible();
}

/** A number for all pixels of a part of the picture; null where it is not drawn. */
const pixels = (page: Page, name: string) =>
  page.evaluate((layerName) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-layer=${layerName}] canvas`);
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data?.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7) ?? null;
  }, name);

/** Until what is drawn of it no longer changes. */
async function atRest(page: Page, name: string): Promise<number | null> {
  let before = await pixels(page, name);
  await expect
    .poll(
      async () => {
        const last = before;
        before = await pixels(page, name);
        return before === last;
      },
      { intervals: [250] },
    )
    .toBe(true);
  return before;
}

/** Tensors of both networks as they are now. */
const weights = (page: Page) =>
  page.evaluate(async () => {
    const { tensors } = await window.playground.exportWeights();
    const of = (part: string) => JSON.stringify(tensors.filter(({ name }) => name.startsWith(part)));
    return { generator: of('generator/'), discriminator: of('discriminator/') };
  });

test('Gen is chosen by its tab, and its points move while it trains', async ({ opened: page }) => {
  await page.evaluate(() => window.playground.configure({ backend: 'wasm' }));
  await trainSteps(page, 20);
  await tab(page, 'Gen').click();
  await expect.poll(async () => (await genConfig(page)).family).toBe('gen');
  await page.evaluate(() => window.playground.pause());
  await expect(tab(page, 'Gen')).toHaveAttribute('aria-current', 'page');
  await expect(dataset(page, 'Ring')).toHaveAttribute('aria-pressed', 'true');
  await expect(plane(page)).toBeVisible();
  const [real, made, verdict] = [
    await atRest(page, 'real'),
    await atRest(page, 'generated'),
    await atRest(page, 'map'),
  ];
  await trainSteps(page, 60);
  await expect.poll(() => pixels(page, 'generated')).not.toBe(made);
  await expect.poll(() => pixels(page, 'map')).not.toBe(verdict);
  expect(await pixels(page, 'real')).toBe(real);

  const metrics = await page.evaluate(() => Object.keys(window.playground.metrics()));
  expect(metrics).toEqual(
    expect.arrayContaining(['generatorLoss', 'discriminatorLoss', 'calledReal', 'testCalledReal', 'learningRate']),
  );
  await expect(page.getByRole('figure', { name: 'losses' })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'data called real' })).toBeVisible();
  await expect(page.locator('.gen-caption')).toContainText(/The discriminator takes [\d.]+\s%/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => [(await genConfig(page)).family, (await status(page)).step]).toEqual(['net', 20]);
});

test('every part of the picture is switched at its name, by mouse and by keyboard', async ({ opened: page }) => {
  await chooseGen(page);
  await trainSteps(page, 5);
  const names = {
    real: 'real',
    generated: 'made by the generator',
    map: 'the discriminator says',
    manifold: 'grid of noise',
    arrows: 'where the generator’s loss sends them',
  };
  for (const [part, name] of Object.entries(names)) {
    const button = layer(page, name).first();
    const before = await button.getAttribute('aria-pressed');
    expect(before).toBe(part === 'manifold' ? 'false' : 'true');
    expect((await pixels(page, part)) === null).toBe(before === 'false');
    await button.focus();
    await page.keyboard.press('Space');
    await expect(button).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true');
    expect((await pixels(page, part)) === null).toBe(before === 'true');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', String(before));
  }
  expect((await status(page)).phase).not.toBe('training');
});

test('a step by hand teaches the network that was asked for, and who learns stays as it was', async ({
  opened: page,
}) => {
  await chooseGen(page);
  await page.evaluate(() => window.playground.train());
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(5);
  await byHand(page, 'Discriminator step').click();
  await expect.poll(async () => (await status(page)).phase).toBe('paused');
  const step = async () => (await status(page)).step;
  const press = async (name: string) => {
    const before = await weights(page);
    const from = await step();
    await byHand(page, name).click();
    await expect.poll(step).toBe(from + 1);
    const after = await weights(page);
    expect((await genConfig(page)).train.learns).toBe('both');
    return [before.generator !== after.generator, before.discriminator !== after.discriminator];
  };
  expect(await press('Discriminator step')).toEqual([false, true]);
  expect(await press('Generator step')).toEqual([true, false]);
  expect(await press('Both')).toEqual([true, true]);

  await page.evaluate(() => window.playground.configure({ train: { learns: 'generator' } }));
  expect(
    await page.evaluate(async () => {
      await window.playground.step();
      return window.playground.config().train;
    }),
  ).toMatchObject({ learns: 'generator' });
});

test('slow motion walks through a step, lets each network learn in its turn, and is left at once', async ({
  opened: page,
}) => {
  await chooseGen(page);
  await trainSteps(page, 10);
  const stage = () => page.locator('.gen-stages [aria-current=step]').innerText();
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await page.getByRole('button', { name: 'Slow motion' }).click();
  await page.getByLabel('goes on by itself').uncheck();
  await expect(page.getByText('for each point 2 random numbers')).toBeVisible();
  const noise = await atRest(page, 'generated');
  const before = await weights(page);
  const steps: number[] = [];
  for (const name of ['Noise', 'Making', 'Judging', 'D learns', 'Advice', 'G learns']) {
    await expect.poll(stage).toContain(name);
    if (name === 'Making') expect(await atRest(page, 'generated')).not.toBe(noise);
    await expect.poll(async () => (await status(page)).phase).toBe('paused');
    if (name === 'D learns') {
      await expect.poll(async () => (await status(page)).step).toBe(11);
      expect((await weights(page)).generator).toBe(before.generator);
    }
    if (name === 'G learns') await expect.poll(async () => (await status(page)).step).toBe(12);
    steps.push((await status(page)).step);
    await next.click();
  }
  expect(steps).toEqual([10, 10, 10, 11, 11, 12]);
  expect((await weights(page)).generator).not.toBe(before.generator);
  await expect.poll(stage).toContain('Noise');
  await page.keyboard.press('Escape');
  await expect(next).toBeHidden();

  await page.getByRole('button', { name: 'Slow motion' }).click();
  await expect.poll(stage).toContain('Noise');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(next).toBeHidden();
  await page.evaluate(() => window.playground.pause());
});

test('other data starts with its own sizes; on a line there are bars and curves', async ({ opened: page }) => {
  await chooseGen(page, { model: { generator: [20], discriminator: [64, 64] } });
  await dataset(page, 'Two humps').click();
  await expect
    .poll(async () => genConfig(page))
    .toMatchObject({
      data: { dataset: 'twoHumps', samples: 500 },
      model: { latent: 1, generator: [20], discriminator: [32, 32] },
    });
  await expect(page.getByRole('img', { name: /^Density of the real points/ })).toBeVisible();
  await trainSteps(page, 10);
  for (const part of ['real', 'generated', 'map', 'arrows']) expect(await pixels(page, part)).not.toBeNull();
  await expect(layer(page, 'grid of noise')).toHaveCount(0);
  await expect(page.getByRole('slider', { name: 'Noise numbers' })).toHaveAttribute('aria-valuetext', '1');
});

test('a link names the data and the rules', async ({ page }) => {
  await open(page, 'family=gen&data.dataset=ring8&train.loss=hinge&model.packing=2&backend=wasm');
  expect(await genConfig(page)).toMatchObject({
    data: { dataset: 'ring8' },
    model: { packing: 2 },
    train: { loss: 'hinge' },
  });
  await expect(dataset(page, 'Ring of 8')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await status(page)).step, { timeout: 30_000 }).toBeGreaterThan(0);
});

test('a script asks for samples, which are the same for the same seed and the same noise', async ({ opened: page }) => {
  await chooseGen(page);
  await trainSteps(page, 30);
  const found = await page.evaluate(async () => {
    const { playground } = window;
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'nothing was refused',
        (error: Error) => error.message,
      );
    return {
      first: await playground.generate(300),
      again: await playground.generate(300, { seed: 0 }),
      other: await playground.generate(300, { seed: 1 }),
      same: await playground.generate(2, {
        latents: [
          [0.5, -1],
          [0.5, -1],
        ],
      }),
      refused: [
        await refusal(playground.generate(0)),
        await refusal(playground.generate(1, { seed: 0.5 })),
        await refusal(playground.generate(2, { latents: [[0, 0]] })),
        await refusal(playground.generate(1, { latents: [[0]] })),
        await refusal(playground.generate()),
        await refusal(playground.predict([[0, 0]])),
      ],
    };
  });
  expect(found.first).toHaveLength(300);
  for (const point of found.first) expect(point.map(Number.isFinite)).toEqual([true, true]);
  expect(found.again).toEqual(found.first);
  expect(found.other).not.toEqual(found.first);
  expect(found.same[0]).toEqual(found.same[1]);
  const says = [
    /count must lie between 1 and/,
    /seed must be a whole number/,
    /one latent for each of 2 samples; there are 1/,
    /Latent 1 must be a list of 2 finite numbers/,
    /“ring” is no text/,
    /“ring” answers no inputs/,
  ];
  says.forEach((sentence, i) => expect.soft(found.refused[i]).toMatch(sentence));
  await page.evaluate(() => window.playground.configure({ family: 'net' }));
  const refused = await page.evaluate(() => window.playground.generate(3).catch((error: Error) => [[error.message]]));
  expect(JSON.stringify(refused)).toContain('only Gen makes samples');
});

test('samples are saved as a table; weights come back with their average, and go on alike', async ({
  opened: page,
}) => {
  await chooseGen(page);
  await trainSteps(page, 30);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Samples CSV' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toBe('gen-ring-step-30-samples.csv');
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(1001);
  expect(lines[0]).toBe('x,y');
  const first = await page.evaluate(() => window.playground.generate(5));
  expect(lines[1]).toBe(first[0]?.join(','));

  const file = JSON.stringify(await page.evaluate(() => window.playground.exportWeights()));
  await trainSteps(page, 20);
  const onward = await page.evaluate(() => window.playground.generate(20));
  await page.evaluate(() => window.playground.reset());
  await page.getByLabel('Import').setInputFiles(upload({ name: 'pair.json', text: file }));
  await expect.poll(async () => (await status(page)).step).toBe(30);
  expect(await page.evaluate(() => window.playground.generate(5))).toEqual(first);
  await trainSteps(page, 20);
  expect(await page.evaluate(() => window.playground.generate(20))).toEqual(onward);

  const changed = file.replace('"name":"ring"', '"name":"moons"');
  const refusal = await page.evaluate(
    (text) => window.playground.importWeights(JSON.parse(text)).catch((error: Error) => error.message),
    changed,
  );
  expect(refusal).toContain('they were trained on “moons”');
  expect((await status(page)).step).toBe(50);
});

test('a checker of accessibility finds nothing, in light and in dark, in slow motion, and on a line', async ({
  opened: page,
}) => {
  await chooseGen(page);
  await trainSteps(page, 10);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.getByRole('button', { name: 'Slow motion' }).click();
  await page.getByLabel('goes on by itself').uncheck();
  await expectAccessible(page, '.view');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Presets' }).click();
  await expectAccessible(page, ':popover-open');
  await page.keyboard.press('Escape');
  await dataset(page, 'Skewed').click();
  await expect(page.getByRole('img', { name: /^Density of the real points/ })).toBeVisible();
  await expectAccessible(page, '.view');
});

test('nothing of Gen is cut off at the side, from a telephone to a wall', async ({ opened: page }) => {
  const look = async (what: string) => {
    for (const width of [360, 390, 768, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => cutOff(page), `${what}, ${width} pixels`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await chooseGen(page);
  await trainSteps(page, 10);
  await look('the plane');
  await page.getByRole('button', { name: 'Slow motion' }).click();
  await page.getByLabel('goes on by itself').uncheck();
  await look('slow motion');
  await inChinese(page, () => look('slow motion in 中文'));
  await page.keyboard.press('Escape');
  await dataset(page, 'Three humps').click();
  await look('a line');
});
