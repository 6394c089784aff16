import { expect, type Page } from '@playwright/test';
import { cutOff, expectAccessible, inChinese } from './looking';
import { config, status, test, trainSteps, upload } from './playground';

const smallTable = {
  name: 'plants.csv',
  text: `height,leaves,kind\n${Array.from({ length: 30 }, (_, i) => `${20 + (i % 10)},${(i * 7) % 12},${i % 3 ? 'fern' : 'moss'}`).join('\n')}\n`,
};

async function openTable(page: Page): Promise<void> {
  await page.getByLabel('Your own table…').setInputFiles(upload(smallTable));
  await expect.poll(async () => (await config(page)).data.target).toBe('kind');
  await page.evaluate(() => window.playground.pause());
  await expect(page.getByRole('region', { name: /^Confusion matrix/ })).toBeVisible();
}

test('a checker of accessibility finds nothing, in light and in dark', async ({ opened: page }) => {
  await trainSteps(page, 30);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: null });
});

test('a checker of accessibility finds nothing in 中文', async ({ opened: page }) => {
  await inChinese(page, () => expectAccessible(page));
});

test('a checker of accessibility finds nothing with a table', async ({ opened: page }) => {
  await openTable(page);
  await page.getByText('First rows').click();
  await expectAccessible(page);
});

test('a checker of accessibility finds nothing in what opens over the page', async ({ opened: page }) => {
  for (const name of [/ · chosen by you$/, /^Stop:/, /^337 weights/, 'Presets', /^Share/, 'What is “Noise”?']) {
    await page.getByRole('button', { name }).click();
    await expect(page.locator(':popover-open')).toBeVisible();
    await expectAccessible(page, ':popover-open');
    await page.keyboard.press('Escape');
    await expect(page.locator(':popover-open')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Help' }).click();
  await expectAccessible(page, 'dialog[open]');
});

test('nothing is cut off at the side, from a telephone to a wall', async ({ opened: page }) => {
  const look = async () => {
    for (const width of [360, 390, 768, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => cutOff(page), `${width} pixels`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await look();
  await openTable(page);
  await look();
  await inChinese(page, look);
});

test('the language of the page and its words change together', async ({ opened: page }) => {
  const language = () => page.evaluate(() => document.documentElement.lang);
  expect(await language()).toBe('en');
  await inChinese(page, async () => {
    expect(await language()).toBe('zh-Hans');
    await expect(page.getByRole('button', { name: '训练', exact: true })).toBeVisible();
    await expect(page.getByRole('slider', { name: '学习率' })).toBeVisible();
    await expect(page.getByRole('button', { name: '添加一层' })).toBeVisible();
  });
  expect(await language()).toBe('en');
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
});

test('the theme goes from the system’s to light, to dark and back', async ({ opened: page }) => {
  const button = page.getByRole('button', { name: /^Theme:/ });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: light');
  const light = await background();
  expect(light).not.toBe(dark);
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: dark');
  expect(await background()).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).toBe(dark);
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: as the system');
  expect(await background()).toBe(light);
  await page.emulateMedia({ colorScheme: null });
});

test('the picture of a resting network changes its colours with the theme', async ({ opened: page }) => {
  await page.evaluate(() => window.playground.pause());
  // A number for all pixels of each layer: the map, and the points above it.
  const colours = () =>
    page.locator('#view canvas').evaluateAll((layers) =>
      layers.map((layer) => {
        const { width, height } = layer as HTMLCanvasElement;
        const { data } = (layer as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {};
        return data?.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7);
      }),
    );
  await page.emulateMedia({ colorScheme: 'light' });
  const atRest = async () => {
    const before = await colours();
    await page.waitForTimeout(300);
    return JSON.stringify(before) === JSON.stringify(await colours());
  };
  await expect.poll(atRest).toBe(true);
  const light = await colours();
  expect(light.length).toBeGreaterThan(1);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const layer of light.keys()) await expect.poll(async () => (await colours())[layer]).not.toBe(light[layer]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(colours).toEqual(light);
  await page.emulateMedia({ colorScheme: null });
});

test('nothing moves for those who asked for less motion', async ({ opened: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => window.playground.train());
  await expect.poll(async () => (await status(page)).step).toBeGreaterThan(0);
  await page.keyboard.press('r');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).hover();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.emulateMedia({ reducedMotion: null });
});

interface Stop {
  readonly name: string;
  /** Whether it comes after the stop before it in the page. */
  readonly onward: boolean;
  readonly outlined: boolean;
}

test('Tab goes through every control in the order of the page, and shows where it is', async ({ opened: page }) => {
  await expect(page.getByRole('region', { name: 'Learning curves' }).getByRole('application').first()).toBeVisible();
  // From before the first control.
  await page.getByRole('link', { name: 'Skip to the picture' }).focus();
  await page.keyboard.press('Shift+Tab');
  const controls = await page.evaluate(() => {
    const stops: Stop[] = [];
    Object.assign(window, { stops });
    let before: Element = document.body;
    addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      // The button that is seen stands around the input.
      const shown = element.matches('[type=file]') ? (element.parentElement as HTMLElement) : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      stops.push({
        name: element.getAttribute('aria-label') ?? (element.textContent || element.outerHTML.slice(0, 80)),
        onward: (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      });
      before = element;
    });
    // Of a group of radio buttons Tab reaches the one that is on.
    const usable = ':not(:disabled, [type=radio]:not(:checked))';
    const all = [...document.querySelectorAll<HTMLElement>(`body ${usable}`)];
    return all.filter((element) => element.tabIndex >= 0 && element.checkVisibility()).length;
  });
  expect(controls).toBeGreaterThan(60);
  for (let i = 0; i < controls; i++) await page.keyboard.press('Tab');
  const stops = await page.evaluate(() => (window as unknown as { stops: Stop[] }).stops);
  expect(stops[0]?.name).toBe('Skip to the picture');
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
  expect(stops.filter(({ onward }) => !onward)).toEqual([]);
  expect(stops).toHaveLength(controls);
});
