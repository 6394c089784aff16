import type { CreateClient, Replies, Reply, Request, RunnerId } from '../protocol';

/** No contender needs as long for one request; a driver that hangs does. */
const limit = 300_000;

function startWorker(runner: RunnerId): Worker {
  switch (runner) {
    case 'ours':
    case 'ours (eager)':
      return new Worker(new URL('../workers/ours.ts', import.meta.url), { type: 'module' });
    case 'tf.layers':
    case 'tf.core':
    case 'tf.matMul':
      return new Worker(new URL('../workers/stock.ts', import.meta.url), { type: 'module' });
    case 'hand-written':
      return new Worker(new URL('../workers/plain.ts', import.meta.url), { type: 'module' });
  }
}

/** A contender in a worker of its own, so that none warms or slows another's code. */
export const createClient: CreateClient = (runner, backend) => {
  const worker = startWorker(runner);
  const failure = (message: string) => new Error(`${runner} on ${backend}: ${message}`);
  return {
    ask<K extends Request['kind']>(request: Extract<Request, { kind: K }>) {
      return new Promise<Replies[K]>((resolve, reject) => {
        const late = setTimeout(() => reject(failure(`no answer in ${limit / 1000} s`)), limit);
        worker.onmessage = ({ data }: MessageEvent<Reply>) => {
          clearTimeout(late);
          // The worker answers one request after another, each with the value of its kind.
          if (data.kind === 'done') resolve(data.value as Replies[K]);
          else reject(failure(data.message));
        };
        worker.onerror = ({ message }) => {
          clearTimeout(late);
          reject(failure(message || 'the worker did not start'));
        };
        worker.postMessage(request);
      });
    },
    close: () => worker.terminate(),
  };
};
