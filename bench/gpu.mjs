import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstall } from '../scripts/ensure-install.mjs';
import { assembly } from '../scripts/lib/assembly.mjs';
import { root, run } from '../scripts/lib/project.mjs';
import { startChild } from './gpu/client.mjs';
import { describeAdapter, provideGpu } from './gpu/dawn.mjs';
import { describeMachine, ownFolder } from './lib/machine.mjs';
import { chooseWorkloads, readOptions } from './lib/options.mjs';
import { summarize } from './lib/statistics.mjs';
import { digits, formatTable, stepColumns } from './lib/table.mjs';

const folder = ownFolder('gpu');
const bundle = (name) => join(folder, `${name}.mjs`);

/** The contenders and what keeps their order, for Node. */
async function buildBundles() {
  const { build } = await import('vite');
  const names = ['main', 'ours', 'stock'];
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [assembly()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(root, `bench/gpu/${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        checks: { pluginTimings: false },
      },
    },
  });
}

const createClient = (runner, backend) =>
  startChild(bundle(runner.startsWith('ours') ? 'ours' : 'stock'), `${runner} on ${backend}`);

async function measureRate() {
  const child = startChild(bundle('stock'), 'the matrix rate');
  try {
    return await child.ask({ kind: 'rate' });
  } finally {
    child.close();
  }
}

const gigaflops = (flops) => `${digits(flops / 1e9)} GFLOP/s`;

await run(async () => {
  const options = { ...readOptions(), backends: ['webgpu'] };
  const started = performance.now();
  const machine = describeMachine();
  const adapter = describeAdapter(await provideGpu());
  console.log(`${adapter}, by Dawn in Node ${process.version}`);
  ensureInstall();
  await buildBundles();
  const { known, measureAll } = await import(pathToFileURL(bundle('main')).href);
  const { quick, all, wanted, runners, ...asked } = options;
  const workloads = chooseWorkloads(known, { quick, all, wanted });
  const rate = await measureRate();
  const onGpu = runners.filter((runner) => runner !== 'hand-written');
  const steps = await measureAll({ ...asked, sparesGpu: false, runners: onGpu, workloads }, createClient);

  const flopsOf = new Map(known.map(({ id, flops }) => [id, flops]));
  const ids = [...new Set(steps.map(({ workload }) => workload))];
  const rows = ids
    .flatMap((id) => summarize(steps.filter(({ workload }) => workload === id)))
    .map((row) => {
      const flops = flopsOf.get(row.workload);
      return { ...row, shareOfRate: flops && row.medianMs ? (1000 * flops) / row.medianMs / rate.flops : null };
    });
  const share = ['of matrix rate', (row) => (row.shareOfRate === null ? '' : `${digits(100 * row.shareOfRate, 2)} %`)];
  console.log(`\n${formatTable(rows, [...stepColumns, share])}\n`);
  console.log(`Matrix rate: ${gigaflops(rate.flops)}, by products of ${rate.size}×${rate.size} alone`);
  const { cpu, threads } = machine;
  console.log(`${adapter}; ${cpu}, ${threads} threads; ${((performance.now() - started) / 1000).toFixed(0)} s in all`);
  if (rows.some(({ broken }) => broken)) process.exitCode = 1;
  mkdirSync(join(root, '.cache/bench'), { recursive: true });
  const results = { date: new Date().toISOString(), options, machine, adapter, rate, rows };
  writeFileSync(join(root, '.cache/bench/results-gpu.json'), `${JSON.stringify(results, null, 2)}\n`);
});
