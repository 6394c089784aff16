import { expect, type Page } from '@playwright/test';
import { drop, open, recConfig, status, test, testLosses, trainSteps, upload } from './playground';

const tab = (page: Page, family: 'Net' | 'Rec') =>
  page.getByRole('navigation', { name: 'Kind of network' }).getByRole('button', { name: new RegExp(`^${family}`) });
const tasks = (page: Page) => page.getByRole('group', { name: 'Task', exact: true });
const task = (page: Page, name: string) => tasks(page).getByRole('button', { name, exact: true });

/** Net at 30 steps on a backend that is quick with sequences too; then Rec, paused. */
async function chooseRec(page: Page): Promise<void> {
  await page.evaluate(() => window.playground.configure({ backend: 'wasm' }));
  await trainSteps(page, 30);
  await tab(page, 'Rec').click();
  await expect.poll(async () => (await recConfig(page)).family).toBe('rec');
}

/** What was brought along trains by itself. */
const expectTrainingOn = (page: Page, dataset: string) =>
  expect
    .poll(async () => [(await recConfig(page)).data.dataset, (await status(page)).phase], { timeout: 30_000 })
    .toEqual([dataset, 'training']);

const starts = ['ad', 'bel', 'cor', 'dan', 'el', 'far', 'gin', 'han', 'id', 'jan'];
const list = Array.from({ length: 120 }, (_, i) => `${starts[i % 10]}${starts[(i * 7 + 3) % 10]}a`).join('\n');

const stocks = {
  name: 'prices.csv',
  text: ['symbol,date,price']
    .concat(
      ['AAA', 'BBB', 'CCC'].flatMap((symbol, s) =>
        Array.from({ length: 60 }, (_, i) => {
          const date = `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;
          return `${symbol},${date},${(20 * (s + 1) + i / 2 + 3 * Math.sin(i / 2 + s)).toFixed(2)}`;
        }),
      ),
    )
    .join('\n'),
};

test('Rec is chosen by its tab, learns names, and gives way to Net again', async ({ opened: page }) => {
  await chooseRec(page);
  expect(await recConfig(page)).toMatchObject({ seed: 1, backend: 'wasm', data: { dataset: 'names' } });
  await expect(tab(page, 'Rec')).toHaveAttribute('aria-current', 'page');
  await expect(task(page, 'Names')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'What it writes now' })).toBeVisible();

  await trainSteps(page, 40);
  const { value } = await testLosses(page);
  expect(value.at(-1)).toBeLessThan(value[0] as number);
  const { loss, perplexity, bits } = await page.evaluate(() => window.playground.evaluate('test'));
  expect(perplexity).toBeCloseTo(Math.exp(loss as number), 3);
  expect(bits).toBeCloseTo((loss as number) / Math.LN2, 3);
  await expect(page.getByRole('figure', { name: 'perplexity' })).toBeVisible();

  await tab(page, 'Net').press('Enter');
  await expect.poll(async () => (await recConfig(page)).family).toBe('net');
  await expect(page.getByRole('img', { name: /^Map of what the network answers/ })).toBeVisible();
});

test('Undo brings back the network that another family took the place of', async ({ opened: page }) => {
  await chooseRec(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => [(await recConfig(page)).family, (await status(page)).step]).toEqual(['net', 30]);
});

test('another task starts with its own sizes, and keeps the network that was chosen', async ({ opened: page }) => {
  await chooseRec(page);
  await page.getByLabel('Cell', { exact: true }).selectOption('gru');
  await expect.poll(async () => (await recConfig(page)).model.cell).toBe('gru');
  await task(page, 'Addition').click();
  await expect
    .poll(async () => await recConfig(page))
    .toMatchObject({
      data: { dataset: 'addition', samples: 5000 },
      model: { cell: 'gru' },
    });
  await expect(page.locator('.task-about')).toContainText('Reads 12+34= and says 46');
  await expect(page.getByRole('slider', { name: 'Digits' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Time steps' })).toBeHidden();
  await task(page, 'Article').click();
  await expect
    .poll(async () => await recConfig(page))
    .toMatchObject({ model: { layers: [50] }, train: { batchSize: 1 } });
});

test('a pasted text is learned from; one that teaches nothing is refused in plain words', async ({ opened: page }) => {
  await chooseRec(page);
  // By the button: with a text of an earlier visit the task itself would be trained at once.
  await page.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a text' });
  const field = dialog.getByRole('textbox', { name: 'Text' });
  await field.fill('aaaa aaaa');
  await dialog.getByRole('button', { name: 'Learn from it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no other character than “a”');
  expect((await recConfig(page)).data.dataset).toBe('names');

  await field.fill(list);
  await field.press('Control+Enter');
  await expectTrainingOn(page, 'text');
  await expect(dialog).toBeHidden();
  await page.evaluate(() => window.playground.pause());
  await expect(page.getByText(/^\d{3} characters · \d+ different · read line by line$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'How Pasted text begins' })).toContainText('addana');

  await page.getByLabel('Read as', { exact: true }).selectOption('Running text');
  await expect(page.getByText(/read as running text$/)).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Carry state' })).toBeChecked();
});

test('a table of prices is forecast, each series by itself; its columns are found and can be chosen', async ({
  opened: page,
}) => {
  await chooseRec(page);
  await page.getByLabel('Open table…').setInputFiles(upload(stocks));
  await expectTrainingOn(page, 'table');
  await page.evaluate(() => window.playground.pause());
  await expect(page.getByText('Rows are in the order of date, in 3 groups by “symbol”')).toBeVisible();
  const selected = (label: string) => page.getByLabel(label, { exact: true }).locator('option:checked');
  await expect(selected('Predict')).toHaveText('Automatic: price');
  await expect(selected('Time')).toHaveText('Automatic: date');
  await expect(selected('Told apart by')).toHaveText('Automatic: symbol');
  await expect(page.getByRole('heading', { name: 'Does it beat a simple guess?' })).toBeVisible();

  await page.getByLabel('Time', { exact: true }).selectOption('symbol');
  await expect(page.getByRole('alert').filter({ hasText: 'holds no dates or numbers, but “AAA”' })).toBeVisible();
  await expect(selected('Time')).toHaveText('Automatic: date');
  await page.getByLabel('Predict', { exact: true }).selectOption('price');
  await expect.poll(async () => (await recConfig(page)).data.target).toBe('price');
});

test('a dropped file goes where it belongs: a text is learned, a table of labelled sequences is told apart', async ({
  opened: page,
}) => {
  await chooseRec(page);
  await drop(page, { name: 'names.txt', text: list });
  await expectTrainingOn(page, 'text');
  const rows = Array.from({ length: 40 * 8 }, (_, i) => {
    const sequence = Math.floor(i / 8);
    return `${sequence},${i % 8},${Math.sin((i % 8) / (1 + (sequence % 2))).toFixed(3)},${sequence % 2 ? 'slow' : 'fast'}`;
  });
  await drop(page, { name: 'waves.csv', text: ['id,t,x,label', ...rows].join('\n') });
  await expectTrainingOn(page, 'sequences');
  await expect(page.getByLabel('Predict', { exact: true }).locator('option:checked')).toHaveText('Automatic: label');
  await page.evaluate(() => window.playground.pause());
});

test('a link names the family and a few settings', async ({ page }) => {
  await open(page, 'family=rec&data.dataset=parity&model.cell=rnn&model.layers=16&backend=wasm');
  expect(await recConfig(page)).toMatchObject({
    family: 'rec',
    data: { dataset: 'parity' },
    model: { cell: 'rnn', layers: [16] },
  });
  await expect(task(page, 'Parity')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await status(page)).step, { timeout: 30_000 }).toBeGreaterThan(0);
});

test('a link to a table that is not there says so, and no longer once there is one', async ({ page }) => {
  await page.goto('#family=rec&data.dataset=table&backend=wasm');
  const banner = page.getByRole('alert').filter({ hasText: 'There is no network yet' });
  await expect(banner).toContainText('No table is loaded.', { timeout: 40_000 });
  await expect(page.getByText('not started')).toBeVisible();
  await drop(page, stocks);
  await expect.poll(async () => (await status(page)).phase, { timeout: 30_000 }).toBe('training');
  await expect(page.getByText('No table is loaded.')).toBeHidden();
  await page.evaluate(() => window.playground.pause());
});
