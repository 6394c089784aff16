import { afterPaint } from '../../src/canvas/afterPaint';
import type { BackendId } from '../../src/training/names';
import { createClient } from '../../src/worker/client';
import type { Frame } from '../../src/worker/protocol';
import type { Asked, MapsMeasured } from '../protocol';
import { type MapsWorkload, mapsWorkloads } from '../workloads/maps';

/** Milliseconds of training before anything is measured, and to come into the other rhythm. */
const warmUp = 1000;
const settling = 300;
const pauses = 5;

const pass = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Cells along a side of what is drawn, where it is a map. */
function sideOf(frame: Frame): number | undefined {
  switch (frame.kind) {
    case 'map':
      return frame.size;
    case 'points':
      return Math.sqrt(frame.verdict.length);
    default:
      return undefined;
  }
}

/** A run in the app's own worker, drawn by a page that does nothing else, or not drawn. */
async function startRun({ config }: MapsWorkload, backend: BackendId) {
  let drawing = true;
  let withheld = false;
  let resting = false;
  let frames = 0;
  let size = 0;
  let seen = { at: performance.now(), step: 0 };
  let reported = () => {};
  let fail: (reason: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const client = createClient({
    died: (reason) => fail(new Error(reason)),
    event(message) {
      if (message.kind === 'progress') {
        seen = { at: performance.now(), step: message.progress.step };
        reported();
      } else if (message.kind === 'frame') {
        frames += 1;
        // At rest it is finer.
        if (message.step > 0 && !resting) size = sideOf(message.frame) ?? size;
        if (drawing) afterPaint(() => client.notify({ kind: 'frame-drawn' }));
        else withheld = true;
      } else if (message.kind === 'failed') fail(new Error(JSON.stringify(message.failure)));
    },
  });
  const request = { kind: 'load', runId: 1, config: { ...config, backend }, avoid: [], remembered: {} } as const;
  const { backend: used } = await Promise.race([client.request(request), failed]);
  if (used !== backend) throw new Error(`${backend} could not be used`);
  client.notify({ kind: 'play', until: {} });
  await Promise.race([pass(warmUp), failed]);
  /** The next report: it tells a step that has just been done. */
  const report = () =>
    Promise.race([
      failed,
      new Promise<void>((resolve) => {
        reported = resolve;
      }),
    ]);

  return {
    get size() {
      return size;
    },
    /** Steps and maps a second. */
    async measure(draw: boolean, milliseconds: number) {
      drawing = draw;
      if (draw && withheld) client.notify({ kind: 'frame-drawn' });
      withheld = false;
      await pass(settling);
      await report();
      const before = { ...seen, frames };
      await pass(milliseconds);
      await report();
      const seconds = (seen.at - before.at) / 1000;
      return { steps: (seen.step - before.step) / seconds, maps: (frames - before.frames) / seconds };
    },
    /** Milliseconds until a pause is answered; it stays paused. */
    async pause() {
      client.notify({ kind: 'play', until: {} });
      await pass(settling);
      resting = true;
      const asked = performance.now();
      await Promise.race([client.request({ kind: 'pause' }), failed]);
      return performance.now() - asked;
    },
  };
}

async function measure(workload: MapsWorkload, backend: BackendId, asked: Asked): Promise<MapsMeasured> {
  const base = { workload: workload.id, backend };
  try {
    const run = await startRun(workload, backend);
    const rounds = Math.ceil(asked.rounds / 2);
    const alone: number[] = [];
    const drawn: number[] = [];
    const maps: number[] = [];
    // In turn, so that a slow moment of the machine meets both.
    for (let round = 0; round < rounds; round++) {
      alone.push((await run.measure(false, 5 * asked.blockMs)).steps);
      const both = await run.measure(true, 5 * asked.blockMs);
      drawn.push(both.steps);
      maps.push(both.maps);
    }
    const pauseMs: number[] = [];
    for (let i = 0; i < pauses; i++) pauseMs.push(await run.pause());
    const { size } = run;
    return { ...base, unavailable: null, size, stepsAlone: alone, stepsDrawn: drawn, mapsPerSecond: maps, pauseMs };
  } catch (error) {
    const unavailable = error instanceof Error ? error.message : String(error);
    return { ...base, unavailable, size: 0, stepsAlone: [], stepsDrawn: [], mapsPerSecond: [], pauseMs: [] };
  }
}

/** Training as the page does it, drawn and not. */
export async function measureMaps(asked: Asked): Promise<MapsMeasured[]> {
  const results: MapsMeasured[] = [];
  for (const workload of mapsWorkloads.filter(({ id }) => asked.workloads.includes(id)))
    for (const backend of workload.backends.filter((id) => asked.backends.includes(id))) {
      console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${workload.id}, ${backend}`);
      results.push(await measure(workload, backend, asked));
    }
  return results;
}
