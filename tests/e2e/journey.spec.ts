import { expect, type Page } from '@playwright/test';
import { answers, config, status, test, testLosses, trainSteps } from './playground';

const map = (page: Page) => page.getByRole('img', { name: /^Map of what the network answers/ });

/** A short stand-in for what the canvas under the points shows. */
const mapPicture = (page: Page): Promise<string> =>
  map(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('a page that has just been opened trains by itself: steps go up, the loss goes down, the map changes', async ({
  page,
}) => {
  await page.goto('');
  await expect.poll(async () => (await status(page)).step, { timeout: 40_000 }).toBeGreaterThan(0);
  await expect(map(page)).toBeVisible();
  const before = await mapPicture(page);
  await expect.poll(async () => (await testLosses(page)).step.length, { timeout: 30_000 }).toBeGreaterThan(8);
  const { value } = await testLosses(page);
  expect(value.at(-1)).toBeLessThan(value[0] as number);
  expect(await mapPicture(page)).not.toBe(before);
});

test('Space trains and pauses, wherever nothing else takes it', async ({ opened: page }) => {
  await page.keyboard.press('Space');
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  const { phase, step } = await status(page);
  expect(phase).toBe('paused');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(step);
});

test('S trains a single step', async ({ opened: page }) => {
  await page.keyboard.press('s');
  await expect.poll(async () => (await status(page)).step).toBe(1);
  await page.keyboard.press('s');
  await expect.poll(async () => (await status(page)).step).toBe(2);
});

test('R starts over and says so, and Undo brings the run back', async ({ opened: page }) => {
  await trainSteps(page, 60);
  const learned = await answers(page);
  await page.keyboard.press('r');
  await expect(page.getByText('Training started over; before, it had reached step 60.')).toBeVisible();
  expect((await status(page)).step).toBe(0);
  expect(await answers(page)).not.toEqual(learned);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await status(page)).step).toBe(60);
  expect(await answers(page)).toEqual(learned);
});

test('? explains the page, and Escape puts the explanation away', async ({ opened: page }) => {
  const help = page.getByRole('dialog', { name: 'How this page works' });
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('every setting explains itself at a press', async ({ opened: page }) => {
  await page.getByRole('button', { name: 'What is “Learning rate”?' }).click();
  await expect(page.getByText('How far each step moves the weights.')).toBeVisible();
});

test('the learning rate changes under the arrow keys while steps and weights stay', async ({ opened: page }) => {
  await trainSteps(page, 50);
  const learned = await answers(page);
  await page.getByRole('slider', { name: 'Learning rate' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await config(page)).train.learningRate).toBeGreaterThan(0.01);
  expect((await status(page)).step).toBe(50);
  expect(await answers(page)).toEqual(learned);
});

test('the learning rate changes while the network trains', async ({ opened: page }) => {
  await page.evaluate(() => window.playground.train());
  await page.getByRole('slider', { name: 'Learning rate' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await config(page)).train.learningRate).toBeLessThan(0.01);
  const { step } = await status(page);
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(step);
});

test('a layer added and widened at once starts over with the new number of weights', async ({ opened: page }) => {
  await trainSteps(page, 20);
  await page.getByRole('button', { name: 'Add a layer' }).click();
  await page.getByRole('button', { name: 'More neurons in layer 3' }).click();
  await expect.poll(async () => (await config(page)).model.layers).toEqual([16, 16, 18]);
  // (2 + 1)·16 + (16 + 1)·16 + (16 + 1)·18 + (18 + 1)·1
  await expect.poll(async () => await status(page)).toMatchObject({ step: 0, params: 645 });
  await expect(page.getByRole('button', { name: /^645 weights/ })).toBeVisible();
});

test('a value that cannot be is refused beside its control, and the run before stays', async ({ opened: page }) => {
  await trainSteps(page, 20);
  const entry = page.getByRole('textbox', { name: 'Batch size, exact value' });
  await entry.fill('300');
  await entry.press('Enter');
  await expect(page.getByText('Batch size 300 is larger than the 250 training examples.')).toBeVisible();
  await expect(entry).toHaveValue('10');
  expect(await status(page)).toMatchObject({ phase: 'paused', step: 20 });
});

test('a data set is chosen from the gallery by its picture', async ({ opened: page }) => {
  const gallery = page.getByRole('list', { name: 'Data set' });
  await gallery.getByRole('button', { name: 'Circle' }).click();
  await expect.poll(async () => (await config(page)).data.dataset).toBe('circle');
  await expect(gallery.getByRole('button', { name: 'Circle' })).toHaveAttribute('aria-pressed', 'true');
  await gallery.getByRole('button', { name: 'Curve' }).click();
  await expect(page.getByRole('img', { name: /^Curve of what the network answers/ })).toBeVisible();
  await gallery.getByRole('button', { name: 'Spiral' }).click();
  await expect(map(page)).toBeVisible();
  expect((await config(page)).data.features).toEqual(['x', 'y']);
});

test('inputs are chosen by chips, of which one stays pressed', async ({ opened: page }) => {
  const inputs = page.getByRole('group', { name: 'Inputs' });
  await inputs.getByRole('button', { name: 'sin x' }).click();
  await expect.poll(async () => (await config(page)).data.features).toEqual(['x', 'y', 'sinX']);
  await inputs.getByRole('button', { name: 'sin x' }).click();
  await inputs.getByRole('button', { name: 'y', exact: true }).click();
  await expect.poll(async () => (await config(page)).data.features).toEqual(['x']);
  await inputs.getByRole('button', { name: 'x', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least one of' })).toBeVisible();
  await expect(inputs.getByRole('button', { name: 'x', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('Space trains what has just been chosen from the presets menu', async ({ opened: page }) => {
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('button', { name: /^Circle One class/ }).click();
  await expect.poll(async () => (await config(page)).data.dataset).toBe('circle');
  await expect(page.locator('#view')).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(0);
});

test('the presets menu starts another experiment, and Undo returns to the one before', async ({ opened: page }) => {
  await trainSteps(page, 30);
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('button', { name: /^Hills Regression/ }).click();
  await expect.poll(async () => (await config(page)).data.dataset).toBe('hills');
  expect((await status(page)).step).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await config(page)).data.dataset).toBe('spiral');
  expect((await status(page)).step).toBe(30);
});

test('training asked to stop at an epoch stops exactly there', async ({ opened: page }) => {
  await page.getByRole('button', { name: /^Stop:/ }).click();
  const limit = page.getByRole('textbox', { name: 'at epoch' });
  await limit.fill('3');
  await limit.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Stop: epoch 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(async () => await status(page)).toMatchObject({ phase: 'paused', epoch: 3, step: 75 });

  await page.getByRole('button', { name: /^Stop:/ }).click();
  await page.getByRole('radio', { name: 'never' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Stop: never' })).toBeVisible();
});

test('the backend menu tells how long a step takes on each, and another one can be chosen', async ({
  opened: page,
}) => {
  await page.evaluate(() => window.playground.configure({ backend: 'auto' }));
  await page.getByRole('button', { name: /fastest of \d measured/ }).click();
  const menu = page.getByRole('radiogroup', { name: 'Where to compute' });
  await expect(menu.getByText(/^[\d.]+ ms a step$/)).not.toHaveCount(0);
  await expect(menu.getByText(/^recorded · [\d.]+ ms a step$/)).toBeVisible();
  await expect(menu.getByRole('radio', { name: /^Automatic/ })).toBeChecked();
  await menu.getByRole('radio', { name: /^WebAssembly/ }).check();
  await expect.poll(async () => (await status(page)).backend).toBe('wasm');
  await expect(page.getByRole('button', { name: /^WebAssembly · chosen by you/ })).toBeVisible();
});

test('other points come at a press, from another seed, and their run can be repeated', async ({ opened: page }) => {
  const before = await answers(page);
  await page.getByRole('button', { name: 'Another seed' }).click();
  await expect.poll(async () => (await config(page)).seed).toBe(2);
  await expect.poll(() => answers(page)).not.toEqual(before);
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('1');
  await seed.press('Enter');
  await expect.poll(() => answers(page)).toEqual(before);
});
