import type { Replies, Reply, Request } from '../protocol';
import { findWorkload, type Workload } from '../workload';

/** A workload in training on one backend. */
export interface Contender {
  /** One step. What it asked of a device may still be under way afterwards. */
  step(): Promise<void> | void;
  /** Losses of the steps since the last call; the device has done all of them when this resolves. */
  losses(): Promise<ArrayLike<number>> | ArrayLike<number>;
}

export interface Started {
  readonly device: string;
  readonly contender: Contender;
}

type Prepare = Extract<Request, { kind: 'prepare' }>;

/** Gives the reason as a text where the backend is not available. */
export type Start = (workload: Workload, asked: Prepare) => Promise<Started | string>;

/** Answers the page's requests for the one contender that this worker is started for. */
export function host(start: Start): void {
  let contender: Contender | null = null;

  async function run(steps: number, readEvery: number): Promise<number[]> {
    if (!contender) throw new Error('nothing is prepared');
    const losses: number[] = [];
    for (let step = 1; step <= steps; step++) {
      const working = contender.step();
      if (working) await working;
      if (step % readEvery === 0 || step === steps) losses.push(...Array.from(await contender.losses()));
    }
    return losses;
  }

  async function answer(request: Request): Promise<Replies[keyof Replies]> {
    switch (request.kind) {
      case 'prepare': {
        const started = await start(findWorkload(request.workload), request);
        if (typeof started === 'string') return { available: false, reason: started };
        contender = started.contender;
        return { available: true, device: started.device };
      }
      case 'losses':
        return run(request.steps, request.steps);
      case 'time': {
        const started = performance.now();
        await run(request.steps, request.readEvery);
        return performance.now() - started;
      }
    }
  }

  self.onmessage = async ({ data }: MessageEvent<Request>) => {
    const reply: Reply = await answer(data).then(
      (value) => ({ kind: 'done', value }) as const,
      (error: unknown) =>
        ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }) as const,
    );
    self.postMessage(reply);
  };
}
