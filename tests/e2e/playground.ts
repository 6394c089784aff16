import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page, type Worker } from '@playwright/test';
import { defaultConfig } from '../../src/config/gate';
import type { DeepPartial } from '../../src/config/patch';
import type { Config, GenConfig, NetConfig, RecConfig } from '../../src/families';
import type { Status } from '../../src/scripting/createPlayground';

/** The real data beside the project; tests that need it skip where it is absent. */
export const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const status = (page: Page): Promise<Status> => page.evaluate(() => window.playground.status());
const anyConfig = (page: Page): Promise<Config> => page.evaluate(() => window.playground.config());
/** The config of a page that trains Net, Rec or Gen. */
export const config = (page: Page): Promise<NetConfig> => anyConfig(page) as Promise<NetConfig>;
export const recConfig = (page: Page): Promise<RecConfig> => anyConfig(page) as Promise<RecConfig>;
export const genConfig = (page: Page): Promise<GenConfig> => anyConfig(page) as Promise<GenConfig>;

export async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(fragment ? `#${fragment}` : '');
  await expect.poll(async () => (await status(page)).phase, { timeout: 40_000 }).toMatch(/^(?:ready|training|paused)$/);
}

/** Changes settings, pauses and starts over: the page is at step 0 of the config that follows. */
export async function configurePaused(page: Page, patch: DeepPartial<NetConfig> = {}): Promise<void> {
  await page.evaluate(async (changes) => {
    await window.playground.pause();
    await window.playground.configure(changes);
    await window.playground.reset();
  }, patch);
}

const onCpu: NetConfig = { ...defaultConfig(), backend: 'cpu' };

/** What went wrong in the page without anyone catching it. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

interface OpenedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/**
 * `opened` is one page for many journeys, because opening one takes longer than most of them: every journey finds it
 * at the default settings on the CPU, paused at step 0, and fails if the page complains of anything.
 */
export const test = base.extend<{ opened: Page }, { openedPage: OpenedPage }>({
  openedPage: [
    async ({ browser }, give) => {
      const context = await browser.newContext({
        baseURL: process.env.PLAYGROUND_URL,
        viewport: { width: 1440, height: 900 },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const complaints = collectComplaints(page);
      await open(page, 'backend=cpu');
      await give({ page, complaints });
      await context.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  async opened({ openedPage: { page, complaints } }, give) {
    await page.evaluate(() => {
      for (const popover of document.querySelectorAll<HTMLElement>(':popover-open')) popover.hidePopover();
      for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      scrollTo(0, 0);
    });
    await configurePaused(page, onCpu);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>('[aria-label=Dismiss]')) button.click();
    });
    await give(page);
    expect(complaints).toEqual([]);
  },
});

/** Trains so many steps and rests. */
export const trainSteps = (page: Page, steps: number): Promise<Status> =>
  page.evaluate((count) => window.playground.train({ steps: count }), steps);

/** What the network answers at a few places: the same for the same weights. */
export const answers = (
  page: Page,
  rows: (string | number | null)[][] = [
    [0, 1],
    [-3, 2],
    [4.5, -0.5],
  ],
): Promise<number[][]> => page.evaluate((inputs) => window.playground.predict(inputs), rows) as Promise<number[][]>;

/** Test losses by step. */
export const testLosses = (page: Page): Promise<{ step: number[]; value: number[] }> =>
  page.evaluate(() => window.playground.metrics().testLoss ?? { step: [], value: [] });

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** Drops a file on the page, as a hand would from another window. */
export async function drop(page: Page, file: GivenFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  }, file);
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
  await dataTransfer.dispose();
}

/** A file for a file input. */
export const upload = ({ name, text }: GivenFile) => ({
  name,
  mimeType: name.endsWith('.json') ? 'application/json' : 'text/csv',
  buffer: Buffer.from(text),
});

/**
 * Puts lines in front of the worker's script, to get hold of devices that the page keeps to itself.
 * Call before the page is opened.
 */
export async function prependToWorker(page: Page, lines: string): Promise<void> {
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${lines}\n${await response.text()}` });
  });
}

export const readText = (path: string): Promise<string> => readFile(path, 'utf8');

/** The worker that trains; a backend may have started threads of its own beside it. */
export function trainingWorker(page: Page): Worker {
  const worker = page.workers().findLast((candidate) => /\/worker-[^/]*\.js$/.test(candidate.url()));
  if (!worker) throw new Error('no training worker is running');
  return worker;
}
