import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './looking';
import { drop, genConfig, status, test, trainSteps, upload } from './playground';

const dataset = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Data set', exact: true }).getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Draw a distribution' });
const board = (page: Page) => dialog(page).getByRole('application');
const plane = (page: Page) => page.getByRole('img', { name: /^Map of what the discriminator takes for real/ });

/** Small networks on a quick backend, paused. */
async function chooseGen(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.playground.configure({ backend: 'wasm' });
    await window.playground.preset('ring');
    await window.playground.pause();
    await window.playground.configure({ data: { samples: 500 }, train: { batchSize: 32 } });
  });
  await expect(plane(page)).toBeVisible();
}

/** Moves the pressed mouse between places of the board, 0 … 1 from the left and from the top. */
async function stroke(page: Page, ...places: readonly (readonly [across: number, down: number])[]): Promise<void> {
  const box = await board(page).boundingBox();
  if (!box) throw new Error('no board');
  const go = ([across, down]: readonly [number, number]) =>
    page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 8 });
  const [first, ...others] = places;
  if (first) await go(first);
  await page.mouse.down();
  for (const place of others) await go(place);
  await page.mouse.up();
}

const trainsOn = (page: Page, name: string) =>
  expect
    .poll(async () => [(await genConfig(page)).data.dataset, (await status(page)).phase], { timeout: 20_000 })
    .toEqual([name, 'training']);

test('what is drawn with the mouse is learned at once', async ({ opened: page }) => {
  await chooseGen(page);
  await page.getByRole('button', { name: 'Draw your own…' }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Learn it' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('not enough points');

  await stroke(page, [0.75, 0.2], [0.85, 0.8]);
  const drawn = await dialog(page).getByRole('status').innerText();
  await stroke(page, [0.1, 0.5], [0.3, 0.5]);
  await expect(dialog(page).getByRole('status')).not.toHaveText(drawn);
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText(drawn);
  await dialog(page).getByText('Erase', { exact: true }).click();
  await expect(dialog(page).getByRole('radio', { name: 'Erase' })).toBeChecked();
  await stroke(page, [0.85, 0.8], [0.8, 0.5]);
  await expect(dialog(page).getByRole('status')).not.toHaveText(drawn);
  await expectAccessible(page);

  await dialog(page).getByRole('button', { name: 'Learn it' }).click();
  await expect(dialog(page)).toBeHidden();
  await trainsOn(page, 'drawn');
  await expect(dataset(page, 'Draw your own')).toHaveAttribute('aria-pressed', 'true');
  await page.evaluate(() => window.playground.pause());
  await trainSteps(page, 400);
  // All of it was drawn on the right, from top to bottom.
  const made = await page.evaluate(() => window.playground.generate(200));
  const [xs, ys] = [made.map(([x = 0]) => x), made.map(([, y = 0]) => y)];
  expect(xs.filter((x) => x > 0.5).length).toBeGreaterThan(150);
  expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(1);
});

test('the keys draw as well, and the drawing is still there later', async ({ opened: page }) => {
  await chooseGen(page);
  await dataset(page, 'Draw your own').click();
  await board(page).focus();
  const count = async () => Number((await dialog(page).getByRole('status').innerText()).replace(/\D/g, ''));
  const before = await count();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(count).toBeGreaterThan(before);
  const after = await count();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await dataset(page, 'Draw your own').click();
  expect(await count()).toBe(after);
});

test('two columns of numbers become points in their own units', async ({ opened: page }) => {
  await chooseGen(page);
  const rows = Array.from({ length: 120 }, (_, i) => `${1000 + 10 * i},${0.5 + (i % 7) / 100 + i / 200}`);
  await drop(page, { name: 'cars.csv', text: `price,share\n${rows.join('\n')}\n` });
  await trainsOn(page, 'table');
  await page.evaluate(() => window.playground.pause());
  await trainSteps(page, 50);
  await expect(page.getByText('120 rows · 2 columns')).toBeVisible();
  await expect(page.getByText('price', { exact: true }).first()).toBeVisible();
  const made = await page.evaluate(() => window.playground.generate(100));
  const mean = made.reduce((sum, [price = 0]) => sum + price, 0) / 100;
  expect(mean).toBeGreaterThan(1000);
  expect(mean).toBeLessThan(2200);
});

const people = Array.from({ length: 90 }, (_, i) =>
  [20 + ((i * 7) % 40), (1000 + 37 * ((i * 11) % 50)).toFixed(2), ['tea', 'coffee', 'coffee'][i % 3], `n${i}`].join(),
);
const file = { name: 'people.csv', text: `age,wage,drink,nick\n${people.join('\n')}\n` };

test('a table is imitated column by column, and its rows are saved in its own words', async ({ opened: page }) => {
  await chooseGen(page);
  await page.getByLabel('Open table…').setInputFiles(upload(file));
  await trainsOn(page, 'table');
  await page.evaluate(() => window.playground.pause());
  await trainSteps(page, 300);
  await expect(page.getByText('nick: left out, it only names or numbers the rows')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'wage', exact: true })).toBeVisible();
  await expect(page.getByText(/^off by \d.* · test \d/)).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Made rows' }).getByRole('row')).toHaveCount(9);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(/^Step \d+: made rows lie/)).toBeVisible();
  const quality = await page.evaluate(() => window.playground.evaluate('test'));
  expect(quality.marginal).toBeLessThan(0.4);
  await expectAccessible(page);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Samples CSV' }).click();
  const saved = await readFile(await (await waiting).path(), 'utf8');
  const [header, first = ''] = saved.split('\r\n');
  expect(header).toBe('age,wage,drink');
  expect(first).toMatch(/^-?\d+,-?\d+(?:\.\d{1,2})?,(?:tea|coffee)$/);
  expect(await page.evaluate(() => window.playground.generate(2))).toHaveLength(2);
});

test('a column that both networks are told keeps its shares, and what is imitated is chosen column by column', async ({
  opened: page,
}) => {
  await chooseGen(page);
  await drop(page, file);
  await trainsOn(page, 'table');
  await page.getByLabel('Told column', { exact: true }).selectOption('drink');
  await expect.poll(async () => (await genConfig(page)).data.condition).toBe('drink');
  await page.evaluate(() => window.playground.pause());
  await trainSteps(page, 20);
  const made = await page.evaluate(() => window.playground.generate<number | string>(600));
  expect(made.filter(([, , drink]) => drink === 'coffee').length / 600).toBeCloseTo(2 / 3, 1);
  await page.getByRole('combobox', { name: 'Type of wage' }).selectOption('ignore');
  await expect(page.getByRole('heading', { name: 'wage', exact: true })).toBeHidden();
});

test('a table of which nothing can be imitated is refused in words, and training goes on', async ({ opened: page }) => {
  await chooseGen(page);
  const problem = page.getByRole('alert').filter({ hasText: '.csv' });
  const texts = Array.from({ length: 2000 }, (_, i) => `t${i},same`).join('\n');
  await page.getByLabel('Open table…').setInputFiles(upload({ name: 'texts.csv', text: `a,b\n${texts}\n` }));
  await expect(problem).toContainText('None of the 2 columns of “texts.csv” can be imitated');
  expect((await genConfig(page)).data.dataset).toBe('ring');
  await page.getByLabel('Open table…').setInputFiles(upload({ name: 'one.csv', text: 'a,b\n1,2\n' }));
  await expect(problem).toContainText('“one.csv” holds no rows');
});
