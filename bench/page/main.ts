import type { Asked, Measured, Place, RunnerId } from '../protocol';
import { type Workload, workloads } from '../workload';
import { type Client, createClient } from './client';

declare global {
  interface Window {
    bench: { workloads: readonly string[]; run(asked: Asked): Promise<Measured[]> };
  }
}

const tolerance = 1e-3;
/** A training reads its losses about this often; the contenders do, too. */
const readMs = 25;

interface Contender {
  readonly runner: RunnerId;
  readonly backend: Place;
  readonly client: Client;
  device: string | null;
  unavailable: string | null;
  lossError: number | null;
  stepsPerBlock: number;
  readEvery: number;
  readonly msPerStep: number[];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function contendersFor(workload: Workload, asked: Asked): Contender[] {
  const backends = asked.backends.filter((id) => workload.kind === 'training' || workload.backends.includes(id));
  const runners = workload.runners.filter((runner) => asked.runners.includes(runner));
  const pairs: [RunnerId, Place][] = [];
  if (runners.includes('hand-written')) pairs.push(['hand-written', 'js']);
  for (const backend of backends)
    for (const runner of runners) if (runner !== 'hand-written') pairs.push([runner, backend]);
  return pairs.map(([runner, backend]) => ({
    runner,
    backend,
    client: createClient(runner, backend),
    device: null,
    unavailable: null,
    lossError: null,
    stepsPerBlock: 1,
    readEvery: 1,
    msPerStep: [],
  }));
}

async function prepare(contender: Contender, workload: Workload): Promise<void> {
  const { runner, backend, client } = contender;
  try {
    const answer = await client.ask({ kind: 'prepare', workload: workload.id, runner, backend });
    if (answer.available) contender.device = answer.device;
    else contender.unavailable = answer.reason;
  } catch (error) {
    contender.unavailable = messageOf(error);
  }
}

/** Losses of the first steps of each. Nothing is timed yet: what needs a GPU and what does not may go side by side. */
async function firstLosses(contenders: readonly Contender[], steps: number): Promise<(readonly number[])[]> {
  const all = contenders.map((): readonly number[] => []);
  const lane = async (onGpu: boolean) => {
    for (const [i, { client, backend }] of contenders.entries())
      if (backend.startsWith('webg') === onGpu) all[i] = await client.ask({ kind: 'losses', steps });
  };
  await Promise.all([lane(false), lane(true)]);
  return all;
}

/** Compares the losses of the first steps: times of different computations say nothing. */
async function check(contenders: readonly Contender[], workload: Workload, steps: number): Promise<void> {
  const all = await firstLosses(contenders, steps);
  const [reference = []] = all;
  const wrong: string[] = [];
  contenders.forEach((contender, i) => {
    const losses = all[i] ?? [];
    const errors = reference.map((loss, step) => Math.abs(loss - (losses[step] ?? Number.NaN)));
    contender.lossError = Math.max(...errors);
    if (contender.lossError <= tolerance) return;
    const step = errors.findIndex((error) => !(error <= tolerance));
    wrong.push(
      `${contender.runner} on ${contender.backend}: ${losses[step]} instead of ${reference[step]} at step ${step + 1}`,
    );
  });
  if (wrong.length > 0)
    throw new Error(`${workload.id}: the contenders do not compute the same losses.\n  ${wrong.join('\n  ')}`);
}

/** Finds the number of steps that fills a block, warming up on the way. */
async function calibrate(contender: Contender, blockMs: number): Promise<void> {
  let steps = 1;
  let elapsed = await contender.client.ask({ kind: 'time', steps, readEvery: steps });
  while (elapsed < blockMs / 2) {
    steps = Math.ceil(steps * Math.min(8, Math.max(2, blockMs / Math.max(elapsed, 0.1))));
    elapsed = await contender.client.ask({ kind: 'time', steps, readEvery: Math.ceil((steps * readMs) / blockMs) });
  }
  const msPerStep = elapsed / steps;
  contender.stepsPerBlock = Math.max(1, Math.round(blockMs / msPerStep));
  contender.readEvery = Math.max(1, Math.round(readMs / msPerStep));
}

async function measure(workload: Workload, asked: Asked): Promise<Measured[]> {
  const contenders = contendersFor(workload, asked);
  try {
    await Promise.all(contenders.map((contender) => prepare(contender, workload)));
    const ready = contenders.filter(({ unavailable }) => unavailable === null);
    sayWhen(`${workload.id}: comparing the losses of ${ready.length} contenders`);
    await check(ready, workload, asked.checkedSteps);
    for (const contender of ready) await calibrate(contender, asked.blockMs);
    sayWhen(`${workload.id}: ${asked.rounds} rounds`);
    for (let round = 0; round < asked.rounds; round++) {
      for (const { client, stepsPerBlock: steps, readEvery, msPerStep } of ready)
        msPerStep.push((await client.ask({ kind: 'time', steps, readEvery })) / steps);
    }
  } finally {
    for (const { client } of contenders) client.close();
  }
  return contenders.map(({ client: _client, readEvery: _readEvery, ...measured }) => ({
    workload: workload.id,
    batchSize: workload.batchSize,
    ...measured,
  }));
}

const sayWhen = (text: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`);

window.bench = {
  workloads: workloads.map(({ id }) => id),
  async run(asked) {
    const results: Measured[] = [];
    for (const workload of workloads) results.push(...(await measure(workload, asked)));
    return results;
  },
};
