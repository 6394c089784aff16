import { existsSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { config, drop, type GivenFile, readText, sharedData, status, test, upload } from './playground';

/** A table of the real data beside the project; skips the test where it is absent. */
async function realTable(name: string): Promise<GivenFile> {
  test.skip(!existsSync(sharedData + name), `${name} is not here`);
  return { name, text: await readText(sharedData + name) };
}

const tableInput = (page: Page) => page.getByLabel('Your own table…');
const typeOf = (page: Page, column: string) => page.getByRole('combobox', { name: `Type of ${column}`, exact: true });
const confusion = (page: Page) => page.getByRole('region', { name: /^Confusion matrix of the test rows/ });
/** A field of the row to be tried. */
const cell = (page: Page, column: string) => page.getByRole('spinbutton', { name: column, exact: true });
const answer = (page: Page) => page.getByRole('status', { name: 'The network’s answer' });

/** The table has taken the place of what was there before, and trains. */
const expectTrainingOn = (page: Page, target: string) =>
  expect
    .poll(async () => [(await config(page)).data.target, (await status(page)).phase], { timeout: 20_000 })
    .toEqual([target, 'training']);

const trainEpochs = (page: Page, epochs: number) =>
  page.evaluate((count) => window.playground.train({ epochs: count }), epochs);

/** The figure under a heading such as “R² · test”. */
async function figure(page: Page, heading: RegExp): Promise<number> {
  const tile = page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: heading }) });
  return Number((await tile.getByRole('definition').first().innerText()).replace('−', '-'));
}

test('a table chosen as a file shows what was read of it and is learned at once', async ({ opened: page }) => {
  await tableInput(page).setInputFiles(upload(await realTable('iris.csv')));
  await expectTrainingOn(page, 'species');
  await expect(page.getByText('150 rows · 5 columns')).toBeVisible();
  await expect(typeOf(page, 'sepal_length')).toHaveValue('number');
  await expect(typeOf(page, 'species')).toHaveValue('category');
  await expect(page.getByText(/^4\.30? to 7\.90?$/)).toBeVisible();
  await page.getByText('First rows').click();
  await expect(page.getByRole('cell', { name: 'setosa' }).first()).toBeVisible();

  await trainEpochs(page, 30);
  await expect(confusion(page).getByRole('row')).toHaveCount(4);
  await expect(page.getByText(/^Right on (?:2[7-9]|30) of 30 test rows$/)).toBeVisible();
  expect((await page.evaluate(() => window.playground.evaluate('test'))).accuracy).toBeGreaterThanOrEqual(0.9);
});

test('a row typed by hand is answered with the likeliest class', async ({ opened: page }) => {
  await tableInput(page).setInputFiles(upload(await realTable('iris.csv')));
  await expectTrainingOn(page, 'species');
  await trainEpochs(page, 30);
  const row = { sepal_length: '6.7', sepal_width: '3.1', petal_length: '5.6', petal_width: '2.4' };
  for (const [column, value] of Object.entries(row)) await cell(page, column).fill(value);
  await page.getByRole('button', { name: 'Predict', exact: true }).click();
  await expect(answer(page)).toContainText(/^virginica/);
});

test('a dropped table tells of filled blanks and of a column that gives the answer away', async ({ opened: page }) => {
  await drop(page, await realTable('titanic.csv'));
  await expectTrainingOn(page, 'survived');
  await expect(page.getByText('891 rows · 15 columns')).toBeVisible();
  await expect(page.getByText('age: 177 blanks filled with 28')).toBeVisible();
  await expect(page.getByText(/^alive: seems to give the answer away/)).toBeVisible();

  await typeOf(page, 'alive').selectOption('ignore');
  await expect(page.getByText('alive: left out, as you chose')).toBeVisible();
  await expect(page.getByText(/^alive: seems/)).toBeHidden();
  await trainEpochs(page, 10);
  const { accuracy } = await page.evaluate(() => window.playground.evaluate('test'));
  expect(accuracy).toBeGreaterThan(0.72);
  expect(accuracy).toBeLessThan(1);
});

test('a table of numbers is judged by R², and its rows are answered with numbers', async ({ opened: page }) => {
  await tableInput(page).setInputFiles(upload(await realTable('tips.csv')));
  await expectTrainingOn(page, 'tip');
  await expect(typeOf(page, 'day')).toHaveValue('category');
  await trainEpochs(page, 10);
  await expect(page.getByRole('img', { name: /^Predicted against true tip/ })).toBeVisible();
  await expect.poll(() => figure(page, /^R² · training/)).toBeGreaterThan(0.3);
  expect(await figure(page, /^R² · test/)).toBeLessThan(1);

  await cell(page, 'total_bill').fill('48');
  await page.getByRole('combobox', { name: 'day', exact: true }).selectOption('Sun');
  await page.getByRole('button', { name: 'Predict', exact: true }).click();
  await expect(answer(page)).toContainText(/^tip\s*[3-9]\.\d/);
});

test('another column can be predicted from the same table', async ({ opened: page }) => {
  await tableInput(page).setInputFiles(upload(await realTable('tips.csv')));
  await expectTrainingOn(page, 'tip');
  await page.getByLabel('Predict', { exact: true }).selectOption('smoker');
  await expect(confusion(page).getByRole('row')).toHaveCount(3);
  expect((await config(page)).data.target).toBe('smoker');
  await expect(cell(page, 'tip')).toBeVisible();
});

test('a table that cannot be read is refused in plain words, and the run before goes on', async ({ opened: page }) => {
  await page.evaluate(() => window.playground.train());
  const broken = { name: 'broken.csv', text: 'a,b,c\n1,2,3\n4,5\n6,7,8\n' };
  await tableInput(page).setInputFiles(upload(broken));
  const problem = '“broken.csv”, row 3: 2 cells where the header has 3. Mend the row, or the delimiter.';
  await expect(page.getByText(problem)).toBeVisible();
  const { phase, step } = await status(page);
  expect(phase).toBe('training');
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(step);

  await drop(page, { name: 'picture.csv', text: '\u0000\u0001\u0002' });
  await expect(page.getByRole('alert').getByText('“picture.csv” is not a text file.')).toBeVisible();
  expect((await config(page)).data.dataset).toBe('spiral');
  expect((await status(page)).phase).toBe('training');
});
