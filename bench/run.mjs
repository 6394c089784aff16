import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from '../scripts/ensure-install.mjs';
import { findChromium } from '../scripts/find-chromium.mjs';
import { chromiumFlags } from '../scripts/lib/chromium-flags.mjs';
import { root, run } from '../scripts/lib/project.mjs';
import { serve } from '../scripts/serve.mjs';
import { describeMachine, ownFolder } from './lib/machine.mjs';
import { chooseWorkloads, readOptions } from './lib/options.mjs';
import { summarize, summarizeMaps } from './lib/statistics.mjs';
import { formatTable, mapColumns } from './lib/table.mjs';

const folder = join(root, '.cache/bench');

/** Opens the bench page and lets it measure. */
async function measure(launch, options) {
  const { build } = await import('vite');
  const { chromium } = await import('playwright');
  const { default: config } = await import('./vite.config.mjs');
  const built = ownFolder('page');
  await build({ configFile: false, ...config, build: { ...config.build, outDir: built, emptyOutDir: true } });
  const server = await serve({ folder: built });
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'log') console.log(message.text());
    });
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const isolated = await page.evaluate(() => crossOriginIsolated);
    const { quick, all, wanted, ...asked } = options;
    const workloads = chooseWorkloads(await page.evaluate(() => globalThis.bench.workloads), { quick, all, wanted });
    const sparesGpu = !all && !(await page.evaluate(() => globalThis.bench.hasGpu()));
    const { steps, maps } = await page
      .evaluate((what) => globalThis.bench.run(what), { ...asked, workloads, sparesGpu })
      .catch((error) => {
        // Playwright puts its own name before the message and a stack of minified names behind it.
        throw new Error(error.message.replace(/^page\.evaluate: (?:Error: )?/, '').replace(/\n {4}at .*/s, ''));
      });
    return { steps, maps, browser: `Chromium ${browser.version()}`, isolated };
  } finally {
    await browser.close();
    await server.close();
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

function describeOpening(opening) {
  if (opening.unavailable) return `Opening the real page: not measured: ${opening.unavailable}`;
  const { scriptMs, readyMs, firstStepMs, firstMapMs, runs } = opening;
  const [{ backend }] = runs;
  const parts = `script running ${seconds(scriptMs)}, ready ${seconds(readyMs)}`;
  return `Opening the real page: first step ${seconds(firstStepMs)} (${backend}), first map ${seconds(firstMapMs)} (${parts}; median of ${runs.length}, cold)`;
}

await run(async () => {
  const options = readOptions();
  const started = performance.now();
  const machine = describeMachine();
  ensureInstall();
  const launch = { executablePath: findChromium({ install: true }), args: chromiumFlags };
  const { measureOpening } = await import('./lib/opening.mjs');

  const { steps, maps: measuredMaps, browser, isolated } = await measure(launch, options);
  const ids = [...new Set(steps.map(({ workload }) => workload))];
  const rows = ids.flatMap((id) => summarize(steps.filter(({ workload }) => workload === id)));
  const maps = measuredMaps.map(summarizeMaps);
  console.log('Opening the real page');
  const opening = await measureOpening({ launch, times: 3 });

  if (rows.length > 0) console.log(`\n${formatTable(rows)}`);
  if (maps.length > 0) console.log(`\n${formatTable(maps, mapColumns, 2)}`);
  console.log(`\n${describeOpening(opening)}`);
  const { cpu, threads, busy, load } = machine;
  console.log(`${cpu}, ${threads} threads; ${browser}; ${seconds(performance.now() - started)} in all`);
  const broken = rows.filter((row) => row.broken).map((row) => `${row.workload}: ${row.unavailable}`);
  if (broken.length > 0) {
    console.log(`What should have run and broke:\n  ${broken.join('\n  ')}`);
    process.exitCode = 1;
  }
  if (busy) console.log(`The machine was busy (load ${load.toFixed(1)}): do not quote these figures.`);
  mkdirSync(folder, { recursive: true });
  const results = { date: new Date().toISOString(), options, machine, browser, isolated, rows, maps, opening };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
});
