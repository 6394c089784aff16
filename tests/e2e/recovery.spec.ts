import { expect, type Page, test } from '@playwright/test';
import { open, prependToWorker, status, trainingWorker } from './playground';

interface Before {
  /** The last step seen. */
  readonly step: number;
  /** The step that had been reached five seconds earlier, or 0. */
  readonly fiveSecondsEarlier: number;
}

/** Trains until a checkpoint must have been taken, looking at the step all the while. */
async function trainAWhile(page: Page): Promise<Before> {
  await page.evaluate(() => window.playground.train());
  await expect.poll(async () => (await status(page)).step, { timeout: 30_000 }).toBeGreaterThan(3);
  const seen: { at: number; step: number }[] = [];
  // Checkpoints are taken every two seconds.
  const end = performance.now() + 6000;
  while (performance.now() < end) {
    seen.push({ at: performance.now(), step: (await status(page)).step });
    await page.waitForTimeout(100);
  }
  const last = seen.at(-1) ?? { at: 0, step: 0 };
  return { step: last.step, fiveSecondsEarlier: seen.findLast(({ at }) => at <= last.at - 5000)?.step ?? 0 };
}

/** Training has gone on by itself from a checkpoint that is not older than a few seconds. */
async function expectRecovery(page: Page, before: Before, notice: RegExp): Promise<void> {
  await expect(page.getByText(notice)).toBeVisible({ timeout: 30_000 });
  const resumed = Number(
    (await page.getByText(notice).first().innerText()).match(/step ([\d,]+)/)?.[1]?.replaceAll(',', ''),
  );
  expect(resumed).toBeGreaterThan(0);
  expect(resumed, 'at most five seconds of steps are lost').toBeGreaterThanOrEqual(before.fiveSecondsEarlier);
  await expect.poll(async () => (await status(page)).step, { timeout: 30_000 }).toBeGreaterThan(before.step);
  expect((await status(page)).phase).toBe('training');
  const steps = await page.evaluate(() => window.playground.metrics().loss?.step ?? []);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(new Set(steps).size).toBe(steps.length);
}

async function choose(page: Page, backend: 'webgpu' | 'webgl' | 'wasm'): Promise<boolean> {
  await open(page);
  const report = await page.evaluate(
    async (id) => (await window.playground.backends()).find((b) => b.id === id),
    backend,
  );
  test.skip(!report?.available, `${backend}: ${report?.reason}`);
  await page.evaluate((id) => window.playground.configure({ backend: id }), backend);
  return true;
}

test('training goes on from the last checkpoint when the WebGPU device is killed', async ({ page }) => {
  await prependToWorker(
    page,
    `const request = GPUAdapter.prototype.requestDevice;
     GPUAdapter.prototype.requestDevice = async function (...args) { return (self.lastDevice = await request.apply(this, args)); };`,
  );
  await choose(page, 'webgpu');
  const before = await trainAWhile(page);
  await trainingWorker(page).evaluate(() => (globalThis as unknown as { lastDevice: GPUDevice }).lastDevice.destroy());
  await expectRecovery(page, before, /The webgpu device was lost/i);
});

test('training goes on from the last checkpoint when the WebGL context is lost', async ({ page }) => {
  await prependToWorker(
    page,
    `const getContext = OffscreenCanvas.prototype.getContext;
     OffscreenCanvas.prototype.getContext = function (...args) {
       const context = getContext.apply(this, args);
       if (args[0] === 'webgl2') (self.contexts ??= []).push(context);
       return context;
     };`,
  );
  await choose(page, 'webgl');
  const before = await trainAWhile(page);
  await trainingWorker(page).evaluate(() => {
    for (const context of (globalThis as unknown as { contexts: WebGL2RenderingContext[] }).contexts)
      context.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expectRecovery(page, before, /The webgl device was lost/i);
});

test('training goes on from the last checkpoint when the worker is terminated', async ({ page }) => {
  await choose(page, 'wasm');
  const before = await trainAWhile(page);
  await trainingWorker(page).evaluate(() => globalThis.close());
  await expectRecovery(page, before, /The training worker stopped/i);
});

test('after two losses on one backend the next one takes over', async ({ page }) => {
  await prependToWorker(
    page,
    `const request = GPUAdapter.prototype.requestDevice;
     GPUAdapter.prototype.requestDevice = async function (...args) { return (self.lastDevice = await request.apply(this, args)); };`,
  );
  await choose(page, 'webgpu');
  for (let i = 0; i < 2; i++) {
    const before = await trainAWhile(page);
    await trainingWorker(page).evaluate(() =>
      (globalThis as unknown as { lastDevice: GPUDevice }).lastDevice.destroy(),
    );
    const notice = page.getByRole('listitem').filter({ hasText: /device was lost/i });
    await expect(notice).toBeVisible({ timeout: 30_000 });
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(async () => (await status(page)).step, { timeout: 40_000 }).toBeGreaterThan(before.step);
  }
  expect((await status(page)).backend).not.toBe('webgpu');
});

test('a loss that is no number stops training, says so and goes back with a tenth of the learning rate', async ({
  page,
}) => {
  await open(page, 'data.dataset=plane&model.layers=&train.optimizer=sgd&train.learningRate=0.001');
  await page.evaluate(() => window.playground.train());
  await page.waitForTimeout(6000);
  await page.evaluate(() => window.playground.configure({ train: { learningRate: 0.5 } }));
  await expect.poll(async () => (await status(page)).phase).toBe('failed');
  expect((await status(page)).error).toMatch(/step [\d,]+ the loss was no longer a number/);
  await page.getByRole('button', { name: 'Go back, learn slower' }).first().click();
  await expect.poll(async () => (await status(page)).phase, { timeout: 20_000 }).toBe('training');
  expect(await page.evaluate(() => window.playground.config().train.learningRate)).toBe(0.05);
});
