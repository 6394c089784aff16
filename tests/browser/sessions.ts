import type { Config } from '../../src/families';
import { Problem } from '../../src/problem';
import type { Progress } from '../../src/training/progress';
import { createClient } from '../../src/worker/client';
import type { Checkpoint, FromWorker, RunDescription } from '../../src/worker/protocol';

type Event = Exclude<FromWorker, { kind: 'reply' | 'refusal' | 'alive' }>;
type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** A real worker, everything it said, and words for what a page does with it. */
export function openSession() {
  const events: Event[] = [];
  const deaths: string[] = [];
  let watchers: (() => void)[] = [];
  let drawsFrames = true;
  let runs = 0;
  const client = createClient({
    event(event) {
      events.push(event);
      if (event.kind === 'frame' && drawsFrames) client.notify({ kind: 'frame-drawn' });
      for (const watcher of watchers) watcher();
    },
    died: (reason) => deaths.push(reason),
  });
  const isKind =
    <K extends Event['kind']>(kind: K) =>
    (event: Event): event is EventOf<K> =>
      event.kind === kind;

  /** The first event of a kind, after `from` events, that meets a condition; waits for it. */
  function next<K extends Event['kind']>(
    kind: K,
    meets: (event: EventOf<K>) => boolean = () => true,
    from = events.length,
  ): Promise<EventOf<K>> {
    const find = () => events.slice(from).filter(isKind(kind)).find(meets);
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (!found) return;
        watchers = watchers.filter((watcher) => watcher !== look);
        resolve(found);
      };
      watchers.push(look);
      look();
    });
  }

  return {
    client,
    events,
    deaths,
    next,
    all: <K extends Event['kind']>(kind: K) => events.filter(isKind(kind)),
    get runId() {
      return runs;
    },
    /** From now on frames are drawn at once, or not at all. */
    drawFrames(draws: boolean) {
      drawsFrames = draws;
    },
    load(config: Config, checkpoint?: Checkpoint): Promise<RunDescription> {
      runs += 1;
      return client.request({
        kind: 'load',
        runId: runs,
        config,
        avoid: [],
        remembered: {},
        ...(checkpoint && { checkpoint }),
      });
    },
    /** Trains up to a step and rests there. */
    async trainTo(step: number): Promise<Progress> {
      const from = events.length;
      client.notify({ kind: 'play', until: { step } });
      return (await next('stopped', undefined, from)).progress;
    },
    /** Progress of the run that has got past a step. */
    past: (step: number) => next('progress', ({ progress }) => progress.step > step),
    /** Waits for the worker to have nothing left to say: it answers in the order of asking. */
    quiet: () => client.request({ kind: 'checkpoint' }),
  };
}

/** The problem with which a request is refused; any other outcome fails the test. */
export async function refusal(request: Promise<unknown>): Promise<Problem> {
  const outcome = await request.then(
    () => new Error('nothing was refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw outcome;
}
