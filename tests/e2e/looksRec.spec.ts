import { expect, type Page } from '@playwright/test';
import { cutOff, expectAccessible, inChinese } from './looking';
import { drop, recConfig, test, trainSteps } from './playground';

/** Each kind of task, and what its view is called. */
const kinds = [
  ['names', 'What it writes now'],
  ['addition', 'Questions it never saw'],
  ['tones', 'How its belief grows'],
  ['waves', 'What comes next'],
] as const;

async function choose(page: Page, dataset: string): Promise<void> {
  const preset = dataset === 'article' ? 'articleRec' : dataset;
  await page.evaluate(async (id) => {
    await window.playground.configure({ backend: 'wasm' });
    await window.playground.preset(id);
    await window.playground.pause();
    // Small enough to be drawn at once.
    await window.playground.configure({ data: { samples: 300 }, model: { layers: [12] } });
  }, preset);
  await trainSteps(page, 3);
}

const openTable = async (page: Page) => {
  const rows = Array.from(
    { length: 90 },
    (_, i) => `2012-${String((i % 12) + 1).padStart(2, '0')}-${1 + Math.floor(i / 12)},${20 + (i % 9)}`,
  );
  await drop(page, {
    name: 'a-name-that-is-rather-long-for-a-narrow-panel.csv',
    text: ['date,sold', ...rows].join('\n'),
  });
  await expect.poll(async () => (await recConfig(page)).data.dataset, { timeout: 20_000 }).toBe('table');
  await page.evaluate(() => window.playground.pause());
};

for (const [dataset, heading] of kinds) {
  test(`a checker of accessibility finds nothing beside ${dataset}, in light and in dark`, async ({ opened: page }) => {
    await choose(page, dataset);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await page.emulateMedia({ colorScheme: null });
  });
}

test('a checker of accessibility finds nothing with a text, with a table, and in what opens over the page', async ({
  opened: page,
}) => {
  await choose(page, 'names');
  await page.getByRole('button', { name: 'Presets' }).click();
  await expectAccessible(page, ':popover-open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste text…' }).click();
  await expectAccessible(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  await drop(page, { name: 'days.txt', text: 'monday\ntuesday\nwednesday\n'.repeat(20) });
  await expect.poll(async () => (await recConfig(page)).data.dataset).toBe('text');
  await page.evaluate(() => window.playground.pause());
  await expectAccessible(page, '.settings');
  await openTable(page);
  await expectAccessible(page, '.settings');
});

test('nothing of Rec is cut off at the side, from a telephone to a wall', async ({ opened: page }) => {
  const look = async (what: string) => {
    for (const width of [360, 390, 768, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => cutOff(page), `${what}, ${width} pixels`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  for (const [dataset] of kinds) {
    await choose(page, dataset);
    await look(dataset);
  }
  await openTable(page);
  await look('a table');
  await inChinese(page, () => look('a table in 中文'));
});
