import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { copyValues, countDifferences, keepLosses, takeRow } from '../../kernels/webgpu/feed';
import { flush, recordDispatches, type WebGPURecording } from '../../kernels/webgpu/recording';
import type { StepProgram, StepRunner } from '../step';
import * as tf from '../tf';
import { createReadback } from './readback';

/** Milliseconds of work that are submitted at once: the device does nothing else in the meantime, drawing included. */
const budgetOfSubmit = 100;

/**
 * Steps on the webgpu backend. The first is recorded: its dispatches, with the buffers that they compute on. The second
 * is done twice, replayed and anew, and has to come out the same bit for bit; until the device has told, steps are done
 * anew. From then on the dispatches are replayed, several steps in a submit: no tensor or buffer is made and nothing is
 * uploaded. Where any of it fails, every step is done anew.
 */
export function createWebGPURunner(
  backend: WebGPUBackend,
  program: StepProgram,
  submitBudget = budgetOfSubmit,
): StepRunner {
  const { device, queue } = backend;
  const { width, rows } = program.feed;
  const { losses: perStep } = program;
  const now = tf.zeros<tf.Rank.R1>([width]);
  const feed = tf.zeros<tf.Rank.R2>([rows, width]);
  /** Losses by row of the feed; behind them the number of the next row. */
  const ring = tf.zeros<tf.Rank.R1>([rows * perStep + 1]);
  for (const { dataId } of [now, feed, ring, ...program.changing()]) backend.uploadToGPU(dataId);
  const bufferOf = ({ dataId }: tf.Tensor) => backend.tensorMap.get(dataId).resource as GPUBuffer;
  const readback = createReadback(device, rows * perStep);

  let phase: 'record' | 'check' | 'wait' | 'replay' | 'anew' = 'record';
  let recording: WebGPURecording | null = null;
  let refusal: string | null = null;
  let disposed = false;
  /** Rows of the feed that are done, and of which the loss has been fetched. */
  let done = 0;
  let fetched = 0;
  let losses: Promise<Float32Array>[] = [];
  let stepsInSubmit = 1;
  let timed: { readonly since: number; readonly steps: number } = { since: 0, steps: 0 };

  function refuse(reason: string): void {
    recording?.dispose();
    recording = null;
    refusal = reason;
    phase = 'anew';
  }

  /** One step, computed anew. */
  function stepAnew(): void {
    takeRow(backend, now, feed, ring);
    const made = program.step(now);
    keepLosses(backend, ring, made);
    made.dispose();
  }

  function replay(replayed: WebGPURecording, count: number): void {
    flush(backend);
    for (let left = count; left > 0; left -= stepsInSubmit) {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      for (let i = Math.min(left, stepsInSubmit); i > 0; i--) replayed.replay(pass);
      pass.end();
      queue.submit([encoder.finish()]);
    }
  }

  function recordStep(): void {
    const before = program.changing().map(bufferOf);
    const recorded = recordDispatches(backend, stepAnew);
    if (typeof recorded === 'string') return refuse(recorded);
    recording = recorded;
    phase = 'check';
    if (program.changing().some((tensor, i) => bufferOf(tensor) !== before[i])) refuse('does not change in place');
  }

  /** One step replayed and then anew from the same start; the device counts the bits that differ. */
  function checkStep(replayed: WebGPURecording): void {
    const tensors = [ring, ...program.changing()];
    const copies = () =>
      tensors.map((tensor) => {
        const copy = backend.makeTensorInfo(tensor.shape, 'float32');
        copyValues(backend, copy, tensor);
        return copy;
      });
    const before = copies();
    replay(replayed, 1);
    const results = copies();
    tensors.forEach((tensor, i) => copyValues(backend, tensor, before[i] as tf.TensorInfo));
    stepAnew();
    const differences = tensors.map((tensor, i) => countDifferences(backend, tensor, results[i] as tf.TensorInfo));
    phase = 'wait';
    void judge(differences);
    for (const { dataId } of [...before, ...results]) backend.disposeData(dataId);
  }

  /** Replays from now on, if there are no differences. */
  async function judge(differences: readonly tf.TensorInfo[]): Promise<void> {
    // A device that is lost is told of elsewhere.
    const counts = await Promise.all(differences.map(({ dataId }) => backend.read(dataId))).catch(() => null);
    for (const { dataId } of differences) backend.disposeData(dataId);
    if (disposed || counts === null) return;
    if (counts.every((count) => (count as Float32Array)[0] === 0)) phase = 'replay';
    else refuse('replay differs');
  }

  /** Starts fetching the losses that are in the ring. */
  function fetchLosses(): void {
    if (fetched === done) return;
    flush(backend);
    const values = readback.fetch(bufferOf(ring), fetched * perStep, (done - fetched) * perStep);
    // Whoever takes them hears of a lost device; if nobody does, that is no error of its own.
    values.catch(() => {});
    losses.push(values);
    fetched = done;
  }

  return {
    get mode() {
      return refusal === null ? 'recorded' : 'eager';
    },
    get refusal() {
      return refusal;
    },
    get bytes() {
      return recording?.bytes ?? 0;
    },
    feed(values) {
      fetchLosses();
      flush(backend);
      queue.writeBuffer(bufferOf(feed), 0, values as Float32Array<ArrayBuffer>);
      queue.writeBuffer(bufferOf(ring), 4 * rows * perStep, Float32Array.of(0));
      done = 0;
      fetched = 0;
    },
    run(count) {
      if (timed.steps === 0) timed = { since: performance.now(), steps: 0 };
      timed = { ...timed, steps: timed.steps + count };
      for (let left = count; left > 0; left--) {
        if (recording && phase === 'replay') {
          replay(recording, left);
          break;
        }
        if (phase === 'record') recordStep();
        else if (recording && phase === 'check') checkStep(recording);
        else stepAnew();
      }
      done += count;
    },
    async takeLosses() {
      fetchLosses();
      const taken = losses;
      const { since, steps } = timed;
      losses = [];
      timed = { since: 0, steps: 0 };
      const parts = await Promise.all(taken);
      if (steps > 0) {
        const each = (performance.now() - since) / steps;
        stepsInSubmit = Math.max(1, Math.floor(submitBudget / each));
      }
      return parts.length === 1 ? (parts[0] as Float32Array) : Float32Array.from(parts.flatMap((part) => [...part]));
    },
    dispose() {
      disposed = true;
      flush(backend);
      recording?.dispose();
      recording = null;
      tf.dispose([now, feed, ring]);
      readback.dispose();
    },
  };
}
