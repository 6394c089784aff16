import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  answers,
  config,
  configurePaused,
  open,
  readText,
  status,
  test,
  testLosses,
  trainSteps,
  upload,
} from './playground';

const schemaPath = fileURLToPath(new URL('../../docs/weights.schema.json', import.meta.url));
const importInput = (page: Page) => page.getByLabel('Import', { exact: true });

/** The file that the button hands out. */
async function takeWeights(page: Page): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Weights JSON' }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readText(await download.path()) };
}

async function giveWeights(page: Page, file: { name: string; text: string }, step: number): Promise<void> {
  await importInput(page).setInputFiles(upload(file));
  await expect.poll(async () => await status(page), { timeout: 20_000 }).toMatchObject({ phase: 'ready', step });
}

for (const backend of ['cpu', 'wasm'] as const) {
  test(`weights taken to another browser go on there bit for bit as if they had stayed, on ${backend}`, async ({
    opened: page,
    browser,
  }) => {
    await configurePaused(page, { backend, data: { noise: 0.1 }, model: { layers: [8, 8], dropout: 0.1 } });
    await trainSteps(page, 200);
    const file = await takeWeights(page);
    expect(file.name).toBe('net-spiral-step-200.json');
    await trainSteps(page, 200);
    const straight = await testLosses(page);

    const context = await browser.newContext();
    const other = await context.newPage();
    await open(other, 'backend=cpu');
    await giveWeights(other, file, 200);
    expect(await status(other)).toMatchObject({ backend, params: 105 });
    await trainSteps(other, 200);
    const resumed = await testLosses(other);
    const from = straight.step.indexOf(resumed.step[0] as number);
    expect(resumed.step.at(-1)).toBe(400);
    expect(resumed.step).toEqual(straight.step.slice(from));
    expect(resumed.value).toEqual(straight.value.slice(from));
    expect(await answers(other)).toEqual(await answers(page));
    await context.close();
  });
}

const plainTable = {
  name: 'heights.csv',
  text: `age,parents,height\n${Array.from({ length: 40 }, (_, i) => `${i % 20},${150 + (i % 7) * 5},${50 + (i % 20) * 6}`).join('\n')}\n`,
};

test('weights of a table answer rows without it, and ask for it to go on', async ({ opened: page, browser }) => {
  await page.getByLabel('Your own table…').setInputFiles(upload(plainTable));
  await expect.poll(async () => (await config(page)).data.target).toBe('height');
  await page.evaluate(() => window.playground.train({ steps: 50 }));
  const rows = [
    [3, 160],
    [null, 175],
  ];
  const learned = await answers(page, rows);
  const file = await takeWeights(page);
  const { step } = await status(page);

  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other, 'backend=cpu');
  await giveWeights(other, file, step);
  expect(await answers(other, rows)).toEqual(learned);
  await expect(other.getByRole('note')).toContainText('Open that file to go on training');
  await other.getByRole('spinbutton', { name: 'age' }).fill('3');
  await other.getByRole('button', { name: 'Predict', exact: true }).click();
  await expect(other.getByRole('status', { name: 'The network’s answer' })).toContainText('height');
  // The button is dimmed, and says why when it is pressed all the same.
  await other.getByRole('button', { name: 'Train', exact: true }).click({ force: true });
  await expect(
    other.getByRole('alert').getByText('These weights were trained on “heights.csv” (40 rows).'),
  ).toBeVisible();
  expect((await status(other)).step).toBe(step);
  await context.close();
});

test('an exported file is what the published schema says', async ({ opened: page }) => {
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(await readText(schemaPath)));
  for (const optimizer of ['adam', 'sgd', 'momentum'] as const) {
    await configurePaused(page, { train: { optimizer } });
    await trainSteps(page, 10);
    validate(JSON.parse((await takeWeights(page)).text));
    expect(validate.errors, optimizer).toBeNull();
  }
});

test('a broken weights file is refused with the name of what is wrong, and changes nothing', async ({
  opened: page,
}) => {
  await trainSteps(page, 50);
  const { text } = await takeWeights(page);
  const before = { config: await config(page), status: await status(page), answers: await answers(page) };

  const [kernel] = JSON.parse(text).tensors;
  const changed = (patch: object) => JSON.stringify({ ...JSON.parse(text), ...patch });
  const shorter = { ...kernel, values: kernel.values.slice(1) };
  const broken: readonly (readonly [name: string, text: string, says: RegExp])[] = [
    ['cut short', text.slice(0, text.length / 2), /“cut-short\.json” is not JSON/],
    ['another format', changed({ format: 'onnx' }), /“format” must be “deepseek-playground\/weights”; it is "onnx"/],
    ['another version', changed({ version: 2 }), /has version 2; this page reads version 1/],
    [
      'another shape',
      changed({ config: { ...before.config, model: { ...before.config.model, layers: [16, 8] } } }),
      /tensors\[2\] should be dense1\/kernel \[16, 8\]; it is dense1\/kernel \[16, 16\]/,
    ],
    ['too few values', changed({ tensors: [shorter] }), /tensors\[0\]\.values should hold 32 numbers/],
    [
      'not finite',
      changed({}).replace(`"values":[${kernel.values[0]},`, '"values":[1e999,'),
      /tensors\[0\]\.values\[0\] must be a finite number; it is Infinity/,
    ],
    ['an unknown family', changed({ config: { ...before.config, family: 'gan' } }), /no model family called “.*gan/],
    [
      'two families',
      changed({ config: { version: 1, family: 'rec' } }),
      /data is of the family “net”, but config\.family is “rec”/,
    ],
    ['no training', changed({ training: undefined }), /training is missing/],
  ];
  for (const [name, broke, says] of broken) {
    await importInput(page).setInputFiles(upload({ name: `${name.replaceAll(' ', '-')}.json`, text: broke }));
    await expect(page.getByRole('alert').getByText(says), name).toBeVisible();
    expect(await config(page), name).toEqual(before.config);
    await expect.poll(() => status(page), name).toEqual(before.status);
    expect(await answers(page), name).toEqual(before.answers);
  }
});
