import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { findChromium } from './find-chromium.mjs';
import { isMain, root, run } from './lib/project.mjs';
import { countPlaywright, countVitest } from './lib/reports.mjs';
import { bin, runNode } from './lib/stage.mjs';

// All of it: `npm test`. Some of it: `npm test -- unit lint`.

const reports = join(root, 'test-results');
const jsonReport = (name) => join(reports, `${name}.json`);

const vitest = (project) => ({
  command: () => [
    bin('vitest'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${jsonReport(project)}`,
  ],
  count: countVitest,
});

/**
 * Static stages are about the sources and end at the first failure; test stages all run. A stage that needs another
 * is not run when that one failed. A stage with `count` has a report of many tests, any other is one test.
 */
const stages = [
  { name: 'format', static: true, command: () => [bin('@biomejs/biome', 'biome'), 'ci', '--colors=off', '.'] },
  { name: 'lint', static: true, command: () => [bin('oxlint')] },
  ...['page', 'worker', 'all'].map((side) => ({
    name: `types-${side}`,
    static: true,
    command: () => [bin('typescript', 'tsc'), '-p', side === 'all' ? 'tsconfig.json' : `tsconfig.${side}.json`],
  })),
  { name: 'dead-code', static: true, command: () => [bin('knip')] },
  { name: 'unit', ...vitest('unit'), limitSeconds: 240 },
  { name: 'build', command: () => [bin('vite'), 'build', '--logLevel', 'warn'] },
  { name: 'size', needs: 'build', command: () => ['scripts/size.mjs'], show: true },
  { name: 'browser', ...vitest('browser'), browser: true, limitSeconds: 420 },
  {
    name: 'e2e',
    needs: 'build',
    browser: true,
    command: () => [bin('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: jsonReport('e2e') },
    count: countPlaywright,
    limitSeconds: 420,
  },
];

/** What a stage found; a report that is missing, or silent about a failure, is a failure itself. */
function countStage(stage, ok) {
  const one = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
  if (!stage.count) return one;
  try {
    const count = stage.count(JSON.parse(readFileSync(jsonReport(stage.name), 'utf8')));
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { ...one, passed: 0, failed: 1 };
  }
}

async function runStage(stage, unmet) {
  if (unmet) {
    console.log(`✗ ${stage.name}: not run, because ${unmet} failed`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const start = performance.now();
  const { ok, output } = await runNode(stage.command(), { limitSeconds: stage.limitSeconds ?? 60, env: stage.env });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const count = countStage(stage, ok);
  const counted = stage.count ? `: ${summary(count)}` : '';
  console.log(`${count.failed ? '✗' : '✓'} ${stage.name}${counted} (${seconds} s)`);
  for (const title of count.skipped) console.log(`  skipped: ${title}`);
  if (count.failed || stage.show) console.log(output.trim().replace(/^/gm, '  '));
  return count;
}

const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;

async function main() {
  const asked = process.argv.slice(2);
  const known = stages.map(({ name }) => name);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no stage called ${unknown}. Choose from: ${known.join(', ')}.`);
  const chosen = asked.length ? stages.filter(({ name }) => asked.includes(name)) : stages;

  ensureInstall();
  if (chosen.some(({ browser }) => browser)) {
    process.env.CHROME_PATH = findChromium({ install: true });
    console.log(`Browser: ${process.env.CHROME_PATH}`);
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const failed = new Set();
  const counts = [];
  for (const stage of chosen) {
    if (stage.static && stages.some(({ name, static: isStatic }) => isStatic && failed.has(name))) continue;
    const count = await runStage(stage, failed.has(stage.needs) ? stage.needs : undefined);
    if (count.failed) failed.add(stage.name);
    counts.push(count);
  }
  const total = {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
  };
  if (total.failed) process.exitCode = 1;
  console.log(summary(total));
}

if (isMain(import.meta.url)) await run(main);
