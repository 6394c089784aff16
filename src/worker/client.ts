import { Problem } from '../problem';
import type { FromWorker, Notification, Replies, Request, ToWorker } from './protocol';

type Event = Exclude<FromWorker, { kind: 'reply' | 'refusal' | 'alive' }>;

/** The page's end of the glass. */
export interface Client {
  /** @throws {Problem} when the worker refuses, or ends before it answers. */
  request<K extends Request['kind']>(request: Extract<Request, { kind: K }>): Promise<Replies[K]>;
  notify(notification: Notification): void;
  /** Ends the worker, whatever it is doing, and starts a new one. */
  restart(): void;
}

export interface ClientEvents {
  event(event: Event): void;
  /** The worker ended by itself. */
  died(reason: string): void;
}

interface Waiting {
  resolve(value: Replies[keyof Replies]): void;
  reject(problem: Problem): void;
}

let workers = 0;

export function createClient({ event, died }: ClientEvents): Client {
  let requests = 0;
  const waiting = new Map<number, Waiting>();
  let worker = start();

  function rejectAll(): void {
    for (const { reject } of waiting.values()) reject(new Problem('requestLost'));
    waiting.clear();
  }

  function start(): Worker {
    workers += 1;
    const name = `playground-${performance.timeOrigin}-${workers}`;
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
    const isCurrent = () => worker === started;
    const end = (reason: string) => {
      if (!isCurrent()) return;
      rejectAll();
      died(reason);
    };
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (!isCurrent()) return;
      switch (data.kind) {
        case 'alive':
          void navigator.locks.request(name, () => end('terminated'));
          return;
        case 'reply':
          waiting.get(data.requestId)?.resolve(data.value);
          waiting.delete(data.requestId);
          return;
        case 'refusal':
          waiting.get(data.requestId)?.reject(Problem.from(data.problem));
          waiting.delete(data.requestId);
          return;
        default:
          event(data);
      }
    };
    started.onerror = (error) => {
      started.terminate();
      end(error.message || 'error');
    };
    return started;
  }

  const post = (message: ToWorker) => worker.postMessage(message);

  return {
    request<K extends Request['kind']>(request: Extract<Request, { kind: K }>): Promise<Replies[K]> {
      requests += 1;
      const requestId = requests;
      return new Promise((resolve, reject) => {
        // The worker answers a request of kind K with Replies[K]; the protocol pairs them by requestId.
        waiting.set(requestId, { resolve: resolve as Waiting['resolve'], reject });
        post({ kind: 'request', requestId, request });
      });
    },
    notify: post,
    restart() {
      const before = worker;
      rejectAll();
      worker = start();
      before.terminate();
    },
  };
}
