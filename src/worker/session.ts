import type { Table } from '../data/dataset';
import { decodePicture } from '../data/images/decode';
import { type PictureSource, readImages } from '../data/images/read';
import { summarizePictures } from '../data/images/summary';
import type { TextSource } from '../data/sequences/dataset';
import { readText } from '../data/sequences/text/read';
import { readTable } from '../data/table/read';
import { isLost, memoryInUse, onDeviceFailure, startBackend, surveyBackends } from '../engine/backends';
import { sourceMissing } from '../families/info';
import { Problem, type ProblemData, toProblem } from '../problem';
import type { FromWorker, Notification, Replies, Request, ToWorker } from './protocol';
import { createRun, type Run, type RunEvents } from './run';

/** Milliseconds to wait for word of a lost device before an error is taken for something else. */
const lossGrace = 200;

/** The worker's end of the glass: one run at a time, and the messages about it. */
export interface Session {
  receive(message: ToWorker): void;
}

type Play = Extract<Notification, { kind: 'play' }>;

interface CurrentRun {
  readonly id: number;
  readonly run: Run;
  /** How it was asked to train, while it does. */
  asked: Play | null;
}

/** Whether an error is the memory's fault: what the engines throw when an allocation fails. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof RangeError || /out of memory|memory access|allocat|array buffer/i.test(error.message);
}

export function createSession(post: (message: FromWorker, transfer?: Transferable[]) => void): Session {
  let current: CurrentRun | null = null;
  let table: Table | undefined;
  let text: TextSource | undefined;
  let pictures: PictureSource | undefined;
  let loading: Promise<unknown> = Promise.resolve();
  let deviceGone = false;

  onDeviceFailure((failure) => {
    if (!current || current.run.description.backend !== failure.backend) return;
    deviceGone = true;
    post({ kind: 'failed', runId: current.id, failure });
  });

  function currentRun(): CurrentRun {
    if (!current) throw new Problem('noModel');
    return current;
  }

  function eventsFor(runId: number): RunEvents {
    const active = () => (current?.id === runId ? current : null);
    return {
      progress: (progress) => post({ kind: 'progress', runId, progress }),
      stopped(progress) {
        const run = active();
        if (run) run.asked = null;
        post({ kind: 'stopped', runId, progress });
      },
      checkpoint(checkpoint) {
        const buffers = [checkpoint.parameters.buffer, ...Object.values(checkpoint.slots).map((slot) => slot.buffer)];
        post({ kind: 'checkpoint', runId, checkpoint }, buffers as ArrayBuffer[]);
      },
      frame: (frame, step) => post({ kind: 'frame', runId, step, frame }),
      notFinite(step, learningRate) {
        const run = active();
        if (run) run.asked = null;
        post({ kind: 'failed', runId, failure: { cause: 'not-finite', step, learningRate } });
      },
      failed: (error) => void reportFailure(runId, error),
      memory: memoryInUse,
    };
  }

  async function reportFailure(runId: number, error: unknown): Promise<void> {
    const backend = current?.run.description.backend ?? 'cpu';
    // A lost device makes reads fail before its own announcement arrives.
    await new Promise((resolve) => setTimeout(resolve, lossGrace));
    if (deviceGone) return;
    const problem = toProblem(error).toData();
    const reason = error instanceof Error ? error.message : String(error);
    if (isLost(backend)) post({ kind: 'failed', runId, failure: { cause: 'device-lost', backend, reason } });
    else if (isOutOfMemory(error))
      post({ kind: 'failed', runId, failure: { cause: 'out-of-memory', backend, reason } });
    else post({ kind: 'failed', runId, failure: { cause: 'unexpected', problem } });
  }

  /** Builds the new run first: whatever is wrong with it, the one before is still there and goes on. */
  async function load(request: Extract<Request, { kind: 'load' }>): Promise<Replies['load']> {
    const before = current;
    before?.run.loop.pause();
    let gone: Promise<void> | undefined;
    const build = async () => {
      try {
        const { runId, config, checkpoint, avoid, remembered, thorough = false } = request;
        const run = await createRun(
          { config, checkpoint, sources: { table, text, pictures }, avoid, remembered, thorough },
          eventsFor(runId),
        );
        // From here on the old run is not computed with: its backend may no longer be the current one.
        gone = before?.run.dispose();
        return run;
      } catch (error) {
        if (before) await startBackend(before.run.description.backend);
        throw error;
      }
    };
    try {
      const run = await (before ? before.run.loop.exclusive(build) : build());
      current = { id: request.runId, run, asked: null };
      await gone;
      return run.description;
    } catch (error) {
      if (before?.asked) play(before, before.asked);
      throw error;
    }
  }

  function play(target: CurrentRun, asked: Play): void {
    if (!target.run.description.trainable) {
      const { name, rows } = target.run.description.info;
      const problem: ProblemData = { key: sourceMissing(target.run.description.info), values: { name, rows } };
      post({ kind: 'failed', runId: target.id, failure: { cause: 'unexpected', problem } });
      return;
    }
    target.asked = asked;
    target.run.loop.play(asked.until, asked.stepsPerSecond);
  }

  /** Starting a backend makes it the current one for a moment, in which no step may run, of whichever run there is. */
  async function survey(): Promise<Replies['backends']> {
    const { loop, description } = currentRun().run;
    const found = await loop.exclusive(async () => (loop.disposed ? null : surveyBackends(description.backend)));
    if (found) return found;
    await loading;
    return survey();
  }

  async function answer(request: Request): Promise<Replies[keyof Replies]> {
    switch (request.kind) {
      case 'read-table': {
        const read = await readTable(request.file, request.file.name);
        table = read;
        return read.summary;
      }
      case 'read-text': {
        const read = await readText(request.file, request.file.name);
        text = read;
        return { name: read.name, length: Array.from(read.text).length, head: read.text.slice(0, 2000) };
      }
      case 'read-pictures': {
        const read = await readImages(request.files, decodePicture);
        pictures = read;
        return summarizePictures(read);
      }
      case 'forget':
        if (request.source === 'table') table = undefined;
        else if (request.source === 'text') text = undefined;
        else pictures = undefined;
        return null;
      case 'load': {
        const result = loading.then(() => load(request));
        loading = result.catch(() => undefined);
        return result;
      }
      case 'tune':
        currentRun().run.tune(request.config);
        return null;
      case 'pause': {
        const target = currentRun();
        target.asked = null;
        return target.run.loop.pause();
      }
      case 'step':
        return currentRun().run.loop.step(request.count);
      case 'checkpoint':
        return currentRun().run.checkpoint();
      case 'evaluate':
        return currentRun().run.evaluate(request.split);
      case 'predict':
        return currentRun().run.predict(request.rows, request.series);
      case 'generate':
        return currentRun().run.generate(request.request);
      case 'augment':
        return currentRun().run.augment(request.request);
      case 'nearest':
        return currentRun().run.nearest(request.picture);
      case 'walk':
        return currentRun().run.walk(request.request);
      case 'backends':
        return survey();
    }
  }

  function firstLook(): void {
    if (!current) return;
    const { id, run } = current;
    run.loop.settle().catch((error: unknown) => reportFailure(id, error));
  }

  async function reply(requestId: number, request: Request): Promise<void> {
    try {
      const value = await answer(request);
      post({ kind: 'reply', requestId, value });
      // After the reply: the page has to know the run before it hears of its steps.
      if (request.kind === 'load') firstLook();
    } catch (error) {
      post({ kind: 'refusal', requestId, problem: toProblem(error).toData() });
    }
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'request':
          void reply(message.requestId, message.request);
          return;
        case 'play':
          if (current) play(current, message);
          return;
        case 'frame-drawn':
          current?.run.loop.frameDrawn();
          return;
        case 'look':
          current?.run.look(message.look);
          return;
        default:
          message satisfies never;
      }
    },
  };
}
