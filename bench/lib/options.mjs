import { parseArgs } from 'node:util';

const allBackends = ['cpu', 'wasm', 'webgl', 'webgpu'];
const allRunners = ['hand-written', 'tf.layers', 'tf.core', 'tf.matMul', 'ours (eager)', 'ours'];

const listed = (text) => text.split(',').map((part) => part.trim());

/**
 * @typedef {object} Options
 * @property {boolean} quick
 * @property {boolean} all  also what takes long
 * @property {readonly string[]} backends
 * @property {readonly string[]} runners
 * @property {readonly string[] | null} wanted  parts of the names of workloads; null for all
 * @property {number} checkedSteps
 * @property {number} rounds
 * @property {number} roundsMs  after which no further one of a workload begins
 * @property {number} blockMs
 */

/** What the command line asks for. @returns {Options} @throws for a backend that does not exist */
export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      backends: { type: 'string', default: allBackends.join() },
      workloads: { type: 'string' },
    },
  });
  const backends = listed(values.backends);
  const unknown = backends.find((id) => !allBackends.includes(id));
  if (unknown !== undefined)
    throw new Error(`There is no backend called ${unknown}. Choose from: ${allBackends.join(', ')}.`);
  const { quick, all } = values;
  const runners = allRunners.filter((runner) => !quick || runner !== 'tf.core');
  const lengths = quick
    ? { checkedSteps: 4, rounds: 5, roundsMs: 6000, blockMs: 50 }
    : { checkedSteps: 8, rounds: 9, roundsMs: 25_000, blockMs: 150 };
  return { quick, all, backends, runners, wanted: values.workloads ? listed(values.workloads) : null, ...lengths };
}

/**
 * The ids that are wanted, in their order; extra ones have to be asked for, and heavy ones when it has to be quick.
 * @param {readonly { id: string, heavy: boolean, extra: boolean }[]} workloads
 * @param {Pick<Options, 'quick' | 'all' | 'wanted'>} options
 * @throws where a wanted part is in no name
 */
export function chooseWorkloads(workloads, { quick, all, wanted }) {
  if (!wanted) return workloads.filter(({ heavy, extra }) => all || !(extra || (quick && heavy))).map(({ id }) => id);
  const missing = wanted.find((part) => !workloads.some(({ id }) => id.includes(part)));
  if (missing !== undefined)
    throw new Error(`No workload has “${missing}” in its name: ${workloads.map(({ id }) => id).join('; ')}.`);
  return workloads.map(({ id }) => id).filter((id) => wanted.some((part) => id.includes(part)));
}
