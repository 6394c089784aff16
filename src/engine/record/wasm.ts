import type { WasmHeap } from '../../kernels/wasm/heap';
import { recordCalls, type WasmRecording } from '../../kernels/wasm/recording';
import type { StepProgram, StepRunner } from '../step';
import * as tf from '../tf';

/** The same bits; NaN equals itself. */
function sameBits(a: Uint32Array, b: Uint32Array): boolean {
  return a.every((word, i) => word === b[i]);
}

/**
 * Steps on the wasm backend. The first is recorded: the calls of our module that it consists of, with the places they
 * compute on. The second is done twice, replayed and anew, and has to come out the same bit for bit. From then on the
 * module replays the list by itself, many steps at a time, and no tensor is made. Where any of it fails, every step is
 * done anew.
 */
export function createWasmRunner(heap: WasmHeap, program: StepProgram): StepRunner {
  const { width, rows } = program.feed;
  const { losses: perStep } = program;
  const now = tf.zeros<tf.Rank.R1>([width]);
  const feed = tf.zeros<tf.Rank.R2>([rows, width]);
  const ring = tf.zeros<tf.Rank.R1>([rows * perStep]);
  const counter = tf.zeros<tf.Rank.R1>([1], 'int32');
  const at = { now: heap.place(now), feed: heap.place(feed), ring: heap.place(ring), counter: heap.place(counter) };
  let recording: WasmRecording | null = null;
  let checked = false;
  let refusal: string | null = null;
  let losses: Float32Array[] = [];

  const floats = (place: number, length: number) => new Float32Array(heap.memory.buffer, place, length);
  const words = (tensor: tf.Tensor) => new Uint32Array(heap.memory.buffer, heap.place(tensor), tensor.size);
  const next = () => new Int32Array(heap.memory.buffer, at.counter, 1);

  /** One step, computed anew. */
  function stepAnew(): void {
    heap.call('advance', at.now, at.feed, width, at.counter);
    const made = program.step(now);
    heap.call('keep', at.ring, heap.place(made), perStep, at.counter);
    made.dispose();
  }

  function recordStep(): void {
    const recorded = recordCalls(heap, [now, ...program.changing()], stepAnew);
    if (typeof recorded === 'string') refusal = recorded;
    else recording = recorded;
  }

  /** One step replayed and then anew from the same start. */
  function checkStep(replayed: WasmRecording): void {
    const row = next()[0] as number;
    const before = program.changing().map((tensor) => words(tensor).slice());
    replayed.replay(1);
    const results = program.changing().map((tensor) => words(tensor).slice());
    const lossesAt = () => words(ring).slice(row * perStep, (row + 1) * perStep);
    const replayedLosses = lossesAt();
    program.changing().forEach((tensor, i) => words(tensor).set(before[i] as Uint32Array));
    next()[0] = row;
    stepAnew();
    const same =
      sameBits(replayedLosses, lossesAt()) &&
      program.changing().every((tensor, i) => sameBits(results[i] as Uint32Array, words(tensor)));
    checked = true;
    if (same) return;
    replayed.dispose();
    recording = null;
    refusal = 'replay differs';
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
      floats(at.feed, values.length).set(values);
      next()[0] = 0;
    },
    run(count) {
      const first = next()[0] as number;
      for (let left = count; left > 0; ) {
        if (recording && checked) {
          recording.replay(left);
          break;
        }
        if (refusal !== null) stepAnew();
        else if (recording) checkStep(recording);
        else recordStep();
        left -= 1;
      }
      losses.push(floats(at.ring, rows * perStep).slice(first * perStep, (first + count) * perStep));
    },
    async takeLosses() {
      const joined = new Float32Array(losses.reduce((sum, { length }) => sum + length, 0));
      let filled = 0;
      for (const taken of losses) {
        joined.set(taken, filled);
        filled += taken.length;
      }
      losses = [];
      return joined;
    },
    dispose() {
      recording?.dispose();
      tf.dispose([now, feed, ring, counter]);
    },
  };
}
