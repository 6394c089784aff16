import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstall } from '../scripts/ensure-install.mjs';
import { findChromium } from '../scripts/find-chromium.mjs';
import { chromiumFlags } from '../scripts/lib/chromium-flags.mjs';
import { root, run } from '../scripts/lib/project.mjs';
import { serve } from '../scripts/serve.mjs';

const folder = join(root, '.cache/bench');
const allBackends = ['cpu', 'wasm', 'webgl', 'webgpu'];

function readOptions() {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, backends: { type: 'string', default: allBackends.join() } },
  });
  const backends = values.backends.split(',').map((id) => id.trim());
  const unknown = backends.find((id) => !allBackends.includes(id));
  if (unknown !== undefined)
    throw new Error(`There is no backend called ${unknown}. Choose from: ${allBackends.join(', ')}.`);
  const { quick } = values;
  const runners = ['hand-written', 'tf.layers', ...(quick ? [] : ['tf.core']), 'tf.matMul', 'ours'];
  const lengths = quick ? { checkedSteps: 5, rounds: 5, blockMs: 50 } : { checkedSteps: 20, rounds: 15, blockMs: 200 };
  return { quick, backends, runners, ...lengths };
}

function describeMachine() {
  const [load] = loadavg();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    threads: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load,
    /** Others at work make every figure worse, and not evenly. */
    busy: load > 0.3 * availableParallelism(),
  };
}

/** Opens the bench page and lets it measure. */
async function measure(launch, options) {
  const { build } = await import('vite');
  const { chromium } = await import('playwright');
  const { default: config } = await import('./vite.config.mjs');
  await build({ configFile: false, ...config });
  const server = await serve({ folder: join(folder, 'page') });
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'log') console.log(message.text());
    });
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const isolated = await page.evaluate(() => crossOriginIsolated);
    const { quick: _, ...asked } = options;
    const rows = await page
      .evaluate((what) => globalThis.bench.run(what), asked)
      .catch((error) => {
        // Playwright puts its own name before the message and a stack of minified names behind it.
        throw new Error(error.message.replace(/^page\.evaluate: (?:Error: )?/, '').replace(/\n {4}at .*/s, ''));
      });
    return { rows, browser: `Chromium ${browser.version()}`, isolated };
  } finally {
    await browser.close();
    await server.close();
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

function describeFirstStep(firstStep) {
  if (firstStep.unavailable) return `Time to the first step of the real page: not measured: ${firstStep.unavailable}`;
  const { scriptMs, readyMs, firstStepMs, runs } = firstStep;
  const parts = `script running ${seconds(scriptMs)}, ready ${seconds(readyMs)}`;
  return `Time to the first step of the real page: ${seconds(firstStepMs)} (${parts}; median of ${runs.length}, cold)`;
}

await run(async () => {
  const options = readOptions();
  const started = performance.now();
  const machine = describeMachine();
  ensureInstall();
  const launch = { executablePath: findChromium({ install: true }), args: chromiumFlags };
  const { summarize } = await import('./lib/statistics.mjs');
  const { formatTable } = await import('./lib/table.mjs');
  const { measureFirstStep } = await import('./lib/first-step.mjs');

  const { rows: measured, browser, isolated } = await measure(launch, options);
  const ids = [...new Set(measured.map(({ workload }) => workload))];
  const rows = ids.flatMap((id) => summarize(measured.filter(({ workload }) => workload === id)));
  console.log('Opening the real page');
  const firstStep = await measureFirstStep({ launch, times: 3 });

  console.log(`\n${formatTable(rows)}\n\n${describeFirstStep(firstStep)}`);
  const { cpu, threads, busy, load } = machine;
  console.log(`${cpu}, ${threads} threads; ${browser}; ${seconds(performance.now() - started)} in all`);
  if (busy) console.log(`The machine was busy (load ${load.toFixed(1)}): do not quote these figures.`);
  mkdirSync(folder, { recursive: true });
  const results = { date: new Date().toISOString(), options, machine, browser, isolated, rows, firstStep };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
});
