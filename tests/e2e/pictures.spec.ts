import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { writeIdx } from '../unit/data/images/idxFiles';
import { open, status, test, trainSteps } from './playground';

const side = 8;
const count = 60;

/** Lines down (0) and across (1), each at its place. */
function lines(): Uint8Array {
  const pixels = new Uint8Array(count * side * side);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < side; k++) {
      const place = i % side;
      pixels[i * side * side + (i % 2 === 0 ? k * side + place : place * side + k)] = 255;
    }
  return pixels;
}

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const pictures = file('lines-images-idx3-ubyte', writeIdx([count, side, side], lines()));
const labels = file(
  'lines-labels-idx1-ubyte',
  writeIdx(
    [count],
    Array.from({ length: count }, (_, i) => i % 2),
  ),
);

const input = (page: Page) => page.locator('input[type=file][multiple]');
const dataset = (page: Page) => page.evaluate(() => window.playground.config().data.dataset);

/** Opens the lines, lets them be learned for a moment, and rests. */
async function learnLines(page: Page): Promise<void> {
  await page.evaluate(() => window.playground.preset('ring'));
  await input(page).setInputFiles([pictures, labels]);
  await expect.poll(() => dataset(page)).toBe('pictures');
  await page.evaluate(async () => {
    await window.playground.pause();
    await window.playground.configure({ model: { generator: [16], discriminator: [16], latent: 4 } });
  });
  await trainSteps(page, 30);
}

test.describe('own pictures', () => {
  test('are read, looked at closely, and walked between', async ({ opened: page }) => {
    await learnLines(page);
    await expect(page.locator('.table-look')).toContainText('60 pictures · 8 × 8 · 2 classes');
    await expect(page.locator('.class-counts')).toHaveText('030130');

    const made = page.getByRole('figure').filter({ hasText: 'Made, from the same noise' });
    await made.getByRole('button', { name: '1, no. 2', exact: true }).click();
    const chosen = page.getByRole('region', { name: 'The chosen picture' });
    await expect(chosen.getByRole('img', { name: /^Training picture no\. \d/ })).toHaveCount(5);
    await expect(chosen.getByRole('status')).toContainText('a pixel');

    await chosen.getByRole('button', { name: 'Walk to another…' }).press('Enter');
    await made.getByRole('button', { name: '1, no. 2', exact: true }).focus();
    // Two classes have eight columns: each row has four of either.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect(made.getByRole('button', { name: '0, no. 6', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const walk = page.getByRole('figure').filter({ hasText: 'Between 1, no. 2 and 0, no. 6' });
    // Eleven pictures, with a pixel between and around them.
    await expect(walk.locator('canvas')).toHaveJSProperty('width', 11 * (side + 1) + 1);

    const metrics = await page.evaluate(() => window.playground.evaluate());
    for (const name of ['precision', 'recall', 'classes', 'confidence'])
      expect(metrics[name]).toBeGreaterThanOrEqual(0);
  });

  test('are taken home as a sheet and as a video', async ({ opened: page }) => {
    await learnLines(page);
    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Pictures PNG' }).click();
    const png = await sheet;
    expect(png.suggestedFilename()).toBe('gen-lines-images-idx3-ubyte-step-30-pictures.png');
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // Eight columns and rows of pictures that are eight times as large, four pixels apart.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([8 * 68 + 4, 8 * 68 + 4]);

    await page.getByRole('button', { name: 'Progress WebM' }).click();
    await trainSteps(page, 60);
    const video = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save video/ }).click();
    const webm = await readFile(await (await video).path());
    expect([...webm.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  });

  test('that are broken are refused, and the run goes on', async ({ opened: page }) => {
    await page.evaluate(() => window.playground.preset('ring'));
    await trainSteps(page, 5);
    await input(page).setInputFiles([{ ...pictures, buffer: pictures.buffer.subarray(0, 100) }]);
    await expect(page.locator('.task-ways .field-problem')).toContainText('should have');
    expect(await status(page)).toMatchObject({ step: 5, phase: 'paused' });
    expect(await dataset(page)).toBe('ring');
    expect((await trainSteps(page, 5)).step).toBe(10);
  });

  test('are missed by weights that were trained on them, which go on when they are opened', async ({
    opened: page,
    browser,
  }) => {
    await learnLines(page);
    const weights = await page.evaluate(() => window.playground.exportWeights());
    const context = await browser.newContext();
    const other = await context.newPage();
    await open(other, 'backend=cpu');
    await other.evaluate((given) => window.playground.importWeights(given), weights);
    const made = other.getByRole('figure').filter({ hasText: 'Made, from the same noise' });
    await made.getByRole('button', { name: '1, no. 2', exact: true }).click();
    await expect(other.getByRole('status').filter({ hasText: 'The training pictures are not here' })).toBeVisible();
    await expect(other.evaluate(() => window.playground.train({ steps: 1 }))).rejects.toThrow('Open them to go on');

    await input(other).setInputFiles([pictures, labels]);
    await expect.poll(async () => (await status(other)).phase).toBe('training');
    const first = await other.evaluate(() => window.playground.metrics().generatorLoss?.step[0]);
    expect(first ?? 30).toBeGreaterThanOrEqual(30);
    expect((await status(other)).step).toBeGreaterThanOrEqual(30);
    await context.close();
  });

  test('are dropped on the page, and learned by Gen whatever was trained before', async ({ opened: page }) => {
    const dataTransfer = await page.evaluateHandle(async () => {
      const transfer = new DataTransfer();
      for (const [name, width] of [
        ['thin_1', 2],
        ['thin_2', 3],
        ['wide_1', 12],
        ['wide_2', 13],
      ] as const) {
        const canvas = new OffscreenCanvas(20, 20);
        const context = canvas.getContext('2d');
        context?.fillRect(0, 0, width, 20);
        transfer.items.add(new File([await canvas.convertToBlob()], `${name}.png`, { type: 'image/png' }));
      }
      return transfer;
    });
    await page.dispatchEvent('main', 'drop', { dataTransfer });
    await dataTransfer.dispose();
    await expect.poll(() => dataset(page)).toBe('pictures');
    await expect(page.locator('.table-look')).toContainText('4 pictures · 28 × 28 · 2 classes');
    await page.evaluate(() => window.playground.pause());
  });
});
