import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { root } from '../../scripts/lib/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { ownFolder } from './machine.mjs';
import { median } from './statistics.mjs';

const limit = 60_000;

/**
 * Runs in the page: trains as soon as that is possible, unless the page does by itself, and watches for the first map.
 * Times since navigation began.
 */
function train() {
  const seen = { script: 0, ready: 0, firstStep: 0, firstMap: 0, backend: '' };
  globalThis.opening = seen;
  /** Whether anything is painted in the middle of the picture. */
  const mapDrawn = () => {
    const map = document.querySelector('#view canvas');
    if (!map?.width) return false;
    return map.getContext('2d').getImageData(map.width >> 1, map.height >> 1, 1, 1).data[3] > 0;
  };
  const timer = setInterval(() => {
    const { playground } = globalThis;
    if (!playground) return;
    seen.script ||= performance.now();
    const { phase, step, backend } = playground.status();
    if (!seen.ready && ['ready', 'training', 'paused'].includes(phase)) {
      seen.ready = performance.now();
      if (phase === 'ready') void playground.step(1);
    }
    if (step > 0) seen.firstStep ||= performance.now();
    if (seen.ready && mapDrawn()) seen.firstMap ||= performance.now();
    seen.backend = backend;
    if (seen.firstStep && seen.firstMap) clearInterval(timer);
  }, 4);
}

async function openOnce(url, launch) {
  // A browser of its own for each: nothing is cached, neither files nor compiled code nor timings.
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript(train);
    await page.goto(url, { waitUntil: 'commit' });
    await page
      .waitForFunction(() => globalThis.opening?.firstStep > 0 && globalThis.opening.firstMap > 0, undefined, {
        timeout: limit,
      })
      .catch(() => {
        throw new Error(`no step and map in ${limit / 1000} s${complaints.length ? `: ${complaints.join('; ')}` : ''}`);
      });
    return await page.evaluate(() => globalThis.opening);
  } finally {
    await browser.close();
  }
}

/**
 * Milliseconds from opening the real page, built from the sources as they are, until its first training step is done,
 * and until it has drawn its first map.
 * Where the page cannot be built or does not train, says why instead.
 */
export async function measureOpening({ launch, times }) {
  if (!existsSync(join(root, 'index.html')) || !existsSync(join(root, 'src/main.tsx')))
    return { unavailable: 'there is no page yet' };
  const folder = ownFolder('app');
  let server;
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder },
    });
    server = await serve({ folder });
    const runs = [];
    for (let i = 0; i < times; i++) runs.push(await openOnce(server.url, launch));
    const typical = (name) => median(runs.map((run) => run[name]));
    return {
      scriptMs: typical('script'),
      readyMs: typical('ready'),
      firstStepMs: typical('firstStep'),
      firstMapMs: typical('firstMap'),
      runs,
    };
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  } finally {
    await server?.close();
  }
}
