import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** What a page asks for, and what it complains about, from now on. */
function listen(page: Page) {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { requests, complaints };
}

const phase = (page: Page) =>
  page.evaluate(() => (globalThis as { playground?: { status(): { phase: string } } }).playground?.status().phase);

async function expectReady(page: Page) {
  await expect.poll(() => phase(page), { timeout: 40_000 }).toMatch(/^(?:ready|training|paused)$/);
}

test('the page asks its own host and no other, and complains about nothing', async ({ page, baseURL }) => {
  const { requests, complaints } = listen(page);
  await page.goto('');
  await expectReady(page);
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere = requests.filter(
    (url) => !['data:', 'blob:'].includes(new URL(url).protocol) && !url.startsWith(origin),
  );
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the page may share memory between threads where its host allows it', async ({ page }) => {
  await page.goto('');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the page works under a path of a plain web host that knows nothing of isolation', async ({ page }) => {
  const host = await serve({ folder: dist, base: '/deep/er/', isolated: false });
  try {
    const { complaints } = listen(page);
    await page.goto(host.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expectReady(page);
    expect(complaints).toEqual([]);
  } finally {
    await host.close();
  }
});
