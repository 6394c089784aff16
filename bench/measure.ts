import {
  type Asked,
  type Client,
  type Counts,
  type CreateClient,
  type Measured,
  type Place,
  type RunnerId,
  recordingBackends,
} from './protocol';
import { findWorkload, type Workload } from './workload';

const tolerance = 1e-3;
/** A training reads its losses about this often; the contenders do, too. */
const readMs = 25;
/** Steps over which counts are taken: whatever comes once in a while averages out, and losses are read once. */
const countedSteps = 4;
const leastRounds = 3;

interface Contender {
  readonly runner: RunnerId;
  readonly backend: Place;
  readonly client: Client;
  device: string | null;
  unavailable: string | null;
  broken: boolean;
  lossError: number | null;
  counts: Counts | null;
  stepsPerBlock: number;
  readEvery: number;
  readonly msPerStep: number[];
  readonly scriptMsPerStep: number[];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Who computes a workload where, in the order of the table. */
export function pairsFor(
  { runners, backends, heavy }: Workload,
  asked: Omit<Asked, 'workloads'>,
): (readonly [RunnerId, Place])[] {
  const wanted = runners.filter((runner) => asked.runners.includes(runner));
  const plain = wanted.filter((runner) => runner === 'hand-written').map((runner) => [runner, 'js'] as const);
  const placed = asked.backends
    .filter((backend) => backends.includes(backend))
    .filter((backend) => !(heavy && asked.sparesGpu && backend.startsWith('webg')))
    .flatMap((backend) =>
      wanted
        .filter((runner) => runner !== 'hand-written')
        .filter((runner) => runner !== 'ours (eager)' || recordingBackends.includes(backend))
        .map((runner) => [runner, backend] as const),
    );
  return [...plain, ...placed];
}

async function prepare(contender: Contender, workload: Workload): Promise<void> {
  const { runner, backend, client } = contender;
  try {
    const answer = await client.ask({ kind: 'prepare', workload: workload.id, runner, backend });
    if (answer.available) contender.device = answer.device;
    else contender.unavailable = answer.reason;
  } catch (error) {
    giveUp(contender, error);
  }
}

/** The others are measured all the same. */
function giveUp(contender: Contender, error: unknown): void {
  contender.unavailable = messageOf(error);
  contender.broken = true;
}

/** Losses of the first steps of each. Nothing is timed yet: what needs a GPU and what does not may go side by side. */
async function firstLosses(
  contenders: readonly Contender[],
  steps: number,
  slowestMs = Number.POSITIVE_INFINITY,
): Promise<(readonly number[])[]> {
  const all = contenders.map((): readonly number[] => []);
  const lane = async (onGpu: boolean) => {
    for (const [i, contender] of contenders.entries()) {
      if (contender.backend.startsWith('webg') !== onGpu) continue;
      try {
        const started = performance.now();
        const first = await contender.client.ask({ kind: 'losses', steps: 1 });
        const ms = performance.now() - started;
        if (ms > slowestMs) contender.unavailable = `a step takes ${(ms / 1000).toFixed(0)} s`;
        else all[i] = [...first, ...(await contender.client.ask({ kind: 'losses', steps: steps - 1 }))];
      } catch (error) {
        giveUp(contender, error);
      }
    }
  };
  await Promise.all([lane(false), lane(true)]);
  return all;
}

/** Compares the losses of the first steps: times of different computations say nothing. */
async function check(contenders: readonly Contender[], workload: Workload, steps: number): Promise<void> {
  const all = await firstLosses(contenders, steps, workload.heavy?.slowestMs);
  const whole = contenders.filter(({ unavailable }) => unavailable === null);
  const lossesOf = (contender: Contender) => all[contenders.indexOf(contender)] ?? [];
  const reference = whole[0] ? lossesOf(whole[0]) : [];
  const wrong: string[] = [];
  for (const contender of whole) {
    const losses = lossesOf(contender);
    const errors = reference.map((loss, step) => Math.abs(loss - (losses[step] ?? Number.NaN)));
    contender.lossError = Math.max(...errors);
    const at = errors.findIndex((error) => !(error <= tolerance));
    if (at === -1) continue;
    const { runner, backend } = contender;
    // Where several things are trained in a step, it has as many losses.
    const step = Math.floor((at * steps) / reference.length) + 1;
    wrong.push(`${runner} on ${backend}: ${losses[at]} instead of ${reference[at]} at step ${step}`);
  }
  if (wrong.length > 0)
    throw new Error(`${workload.id}: the contenders do not compute the same losses.\n  ${wrong.join('\n  ')}`);
}

/** Counts; a contender that was to record its steps and does not is left to the eager one's row. */
async function count(contender: Contender, workload: Workload): Promise<void> {
  const steps = workload.heavy ? 1 : countedSteps;
  contender.counts = await contender.client.ask({ kind: 'count', steps });
  const { refusal } = contender.counts;
  if (refusal !== null) contender.unavailable = `steps are not recorded: ${refusal}`;
}

/** Finds the number of steps that fills a block, warming up on the way. */
async function calibrate(contender: Contender, blockMs: number): Promise<void> {
  const time = async (steps: number, readEvery: number) =>
    (await contender.client.ask({ kind: 'time', steps, readEvery })).total;
  let steps = 1;
  let elapsed = await time(1, 1);
  while (elapsed < blockMs / 2) {
    steps = Math.ceil(steps * Math.min(8, Math.max(2, blockMs / Math.max(elapsed, 0.1))));
    elapsed = await time(steps, Math.ceil((steps * readMs) / blockMs));
  }
  const msPerStep = elapsed / steps;
  contender.stepsPerBlock = Math.max(1, Math.round(blockMs / msPerStep));
  contender.readEvery = Math.max(1, Math.round(readMs / msPerStep));
}

async function playRound(contenders: readonly Contender[]): Promise<void> {
  for (const { client, stepsPerBlock: steps, readEvery, msPerStep, scriptMsPerStep } of contenders) {
    const { total, script } = await client.ask({ kind: 'time', steps, readEvery });
    msPerStep.push(total / steps);
    scriptMsPerStep.push(script / steps);
  }
}

async function measure(workload: Workload, asked: Asked, createClient: CreateClient): Promise<Measured[]> {
  const { heavy, batchSize } = workload;
  const contenders = pairsFor(workload, asked).map(
    ([runner, backend]): Contender => ({
      runner,
      backend,
      client: createClient(runner, backend),
      device: null,
      unavailable: null,
      broken: false,
      lossError: null,
      counts: null,
      stepsPerBlock: 1,
      readEvery: 1,
      msPerStep: [],
      scriptMsPerStep: [],
    }),
  );
  const able = () => contenders.filter(({ unavailable }) => unavailable === null);
  try {
    await Promise.all(contenders.map((contender) => prepare(contender, workload)));
    sayWhen(`${workload.id}: comparing the losses of ${able().length} contenders`);
    await check(able(), workload, Math.min(asked.checkedSteps, heavy?.checkedSteps ?? asked.checkedSteps));
    for (const contender of able()) await count(contender, workload);
    for (const contender of able()) await calibrate(contender, asked.blockMs);
    const rounds = Math.min(asked.rounds, heavy?.rounds ?? asked.rounds);
    sayWhen(`${workload.id}: ${rounds} rounds`);
    const started = performance.now();
    for (let round = 0; round < rounds; round++)
      if (round < leastRounds || performance.now() - started < asked.roundsMs) await playRound(able());
  } finally {
    for (const { client } of contenders) client.close();
  }
  return contenders.map(({ client: _client, readEvery: _readEvery, ...measured }) => ({
    workload: workload.id,
    batchSize,
    ...measured,
  }));
}

const sayWhen = (text: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** Measures every workload that is asked for, one after another. */
export async function measureAll(asked: Asked, createClient: CreateClient): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const workload of asked.workloads.map(findWorkload))
    if (pairsFor(workload, asked).length > 0) results.push(...(await measure(workload, asked, createClient)));
  return results;
}
