import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { readConfig } from '../../src/config/gate';
import { groupNames, type Setting } from '../../src/config/setting';
import { type Config, families } from '../../src/families';
import { answers, config, configurePaused, open, status, test } from './playground';

const address = (page: Page) => page.evaluate(() => location.hash);

/** Any other value than the default. */
function another(setting: Setting): unknown {
  switch (setting.kind) {
    case 'number': {
      const low = setting.smallest ?? setting.min;
      const middle = setting.scale === 'log' ? Math.sqrt(low * setting.max) : (low + setting.max) / 2;
      const short = Number(middle.toPrecision(2));
      const value = setting.whole ? Math.round(short) : short;
      return value === setting.default ? 2 * value : value;
    }
    case 'flag':
      return !setting.default;
    case 'choice':
      return setting.options.find((option) => option !== setting.default);
    case 'subset':
      return [setting.options[0], setting.options[2]];
    case 'widths':
      return [5, 3];
    case 'text':
      return 'Größe & Gewicht = 1 #%2';
    case 'columns':
      return { 'a=b&c,d': setting.options[0] };
  }
}

const { settings } = families.net;
const everythingElse = {
  seed: 7,
  backend: 'cpu' as const,
  ...Object.fromEntries(
    groupNames.map((group) => [
      group,
      Object.fromEntries(Object.entries(settings[group]).map(([name, setting]) => [name, another(setting)])),
    ]),
  ),
};

test('every setting travels in the link and gives the same start in another page', async ({
  opened: page,
  browser,
}) => {
  await configurePaused(page, everythingElse);
  await expect.poll(() => address(page)).toContain('seed=7');
  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other, (await address(page)).slice(1));
  expect(await config(other)).toEqual({ version: 1, family: 'net', ...everythingElse });
  await configurePaused(other);
  expect(await answers(other)).toEqual(await answers(page));
  await context.close();
});

test('Back returns to the settings before, Forward to those after', async ({ opened: page }) => {
  await configurePaused(page, { data: { dataset: 'moons' } });
  await expect.poll(() => address(page)).toBe('#data.dataset=moons&backend=cpu');
  await configurePaused(page, { data: { dataset: 'xor' }, train: { learningRate: 0.1 } });
  await expect.poll(() => address(page)).toBe('#data.dataset=xor&train.learningRate=0.1&backend=cpu');
  await page.goBack();
  await expect.poll(() => config(page)).toMatchObject({ data: { dataset: 'moons' }, train: { learningRate: 0.01 } });
  await page.goForward();
  await expect.poll(() => config(page)).toMatchObject({ data: { dataset: 'xor' }, train: { learningRate: 0.1 } });
});

test('a link pasted over the address of the open page takes effect', async ({ opened: page }) => {
  await page.evaluate(() => {
    location.hash = 'data.dataset=circle&model.layers=4&backend=cpu';
  });
  await expect.poll(() => config(page)).toMatchObject({ data: { dataset: 'circle' }, model: { layers: [4] } });
  await expect.poll(async () => (await status(page)).params).toBe(17);
});

test('a link that is partly wrong is followed as far as it goes, and says where it is wrong', async ({
  opened: page,
}) => {
  await page.evaluate(() => {
    location.hash = 'data.dataset=circle&train.learningRate=fast&backend=cpu';
  });
  await expect(page.getByText('train.learningRate must be a number')).toBeVisible();
  expect(await config(page)).toMatchObject({ data: { dataset: 'circle' }, train: { learningRate: 0.01 } });
});

test('a link that cannot be followed leaves everything as it was, the address too', async ({ opened: page }) => {
  await configurePaused(page, { data: { dataset: 'moons' } });
  await expect.poll(() => address(page)).toBe('#data.dataset=moons&backend=cpu');
  await page.evaluate(() => {
    location.hash = 'train.batchSize=400&backend=cpu';
  });
  await expect(page.getByText('Batch size 400 is larger than the 250 training examples.')).toBeVisible();
  expect((await config(page)).data.dataset).toBe('moons');
  await expect.poll(() => address(page)).toBe('#data.dataset=moons&backend=cpu');
});

const paths = groupNames.flatMap((group) => Object.keys(settings[group]).map((name) => `${group}.${name}`));
const junkPaths = ['', '.', 'data', 'data.', '.layers', 'model.__proto__', 'data.constructor', 'version', 'family'];
const junkTexts = [
  '',
  ',',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  '[]',
  '{}',
  '{"a":1}',
  'x,x',
  '%',
  '%E0%A4%A',
  '99999,1',
  '☃',
];
const part = fc
  .tuple(
    fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...junkPaths), fc.string({ maxLength: 12 })),
    fc.oneof(fc.constantFrom(...junkTexts), fc.string({ maxLength: 20, unit: 'binary' })),
  )
  .map((sides) => sides.join('='));
const fragment = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.array(part, { maxLength: 5 }).map((parts) => parts.join('&')),
);

const expectValid = (found: readonly Config[]) => {
  for (const each of found) expect(readConfig(each).problems).toEqual([]);
};

test('no link, however broken, breaks the page or leaves it with settings that cannot be', async ({ opened: page }) => {
  // Each asks for the CPU, so that no time goes into measuring.
  const fragments = fc.sample(fragment, { seed: 20, numRuns: 200 }).map((text) => `backend=cpu&${text}`);
  const found = await page.evaluate(async (all) => {
    const configs = [];
    for (const text of all) {
      const before = location.hash;
      const followed = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      location.hash = text;
      if (location.hash !== before) await followed;
      configs.push(window.playground.config());
    }
    return configs;
  }, fragments);
  expectValid(found);
  expect(found).toHaveLength(200);
  await expect.poll(async () => (await status(page)).phase).toMatch(/^(?:ready|paused)$/);
  expectValid([await config(page)]);
  expect(await page.evaluate(() => window.playground.step())).toMatchObject({ phase: 'paused' });
});

const junk = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -1, 0, 0.5, 1e308, '', 'table', null, [], {}, [[]], [0], true),
  fc.string({ maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const patch = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...paths, ...junkPaths.slice(2)), junk).map(([path, value]) => {
      const [group = '', name] = path.split('.');
      return { [group]: name === undefined ? value : { [name]: value } };
    }),
  },
);

test('no patch, however broken, breaks the page or leaves it with settings that cannot be', async ({
  opened: page,
}) => {
  const patches: readonly unknown[] = fc.sample(patch, { seed: 21, numRuns: 200 });
  const outcomes = await page.evaluate(async (all) => {
    const results = [];
    for (const each of all) {
      const before = JSON.stringify(window.playground.config());
      const refusal = await window.playground.configure(each).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : `no error: ${String(error)}`),
      );
      const after = window.playground.config();
      results.push({ refusal, changed: JSON.stringify(after) !== before, config: after });
    }
    return results;
  }, patches);
  expectValid(outcomes.map((outcome) => outcome.config));
  const refusals = outcomes.filter(({ refusal }) => refusal !== null);
  expect(refusals.length).toBeGreaterThan(100);
  for (const { refusal, changed } of refusals) {
    expect(refusal).not.toMatch(/no error|unexpected|\[object|undefined is not|Cannot read/);
    expect(changed, refusal ?? '').toBe(false);
  }
});
