import type { Counts, Replies, Reply, Request } from '../protocol';
import { findWorkload, type Workload } from '../workload';

/** A workload in training on one backend. */
export interface Contender {
  /**
   * Does steps. What they asked of a device may still be under way afterwards; where they wait for it themselves,
   * resolves to the milliseconds of that.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: what returns nothing has waited for nothing
  steps(count: number): Promise<number> | void;
  /** Losses of the steps since the last call; the device has done all of them when this resolves. */
  losses(): Promise<ArrayLike<number>> | ArrayLike<number>;
  /** What a step costs besides time, by `work`, which does so many steps and reads their losses. */
  count?(steps: number, work: () => Promise<unknown>): Promise<Counts>;
}

export interface Started {
  readonly device: string;
  readonly contender: Contender;
}

type Prepare = Extract<Request, { kind: 'prepare' }>;

/** Gives the reason as a text where the backend is not available. */
export type Start = (workload: Workload, asked: Prepare) => Promise<Started | string>;

const nothing: Counts = { calls: null, buffers: null, uploads: null, bytes: null, refusal: null };

/** Answers requests for one contender, one after another. */
export function createContender(start: Start): (request: Request) => Promise<Reply> {
  let contender: Contender | null = null;

  async function run(steps: number, readEvery: number): Promise<{ losses: number[]; script: number }> {
    if (!contender) throw new Error('nothing is prepared');
    const losses: number[] = [];
    let script = 0;
    for (let done = 0; done < steps; ) {
      const block = Math.min(readEvery, steps - done);
      const started = performance.now();
      const working = contender.steps(block);
      const waited = working ? await working : 0;
      script += performance.now() - started - waited;
      done += block;
      for (const loss of Array.from(await contender.losses())) losses.push(loss);
    }
    return { losses, script };
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
        return (await run(request.steps, request.steps)).losses;
      case 'time': {
        const started = performance.now();
        const { script } = await run(request.steps, request.readEvery);
        return { total: performance.now() - started, script };
      }
      case 'count':
        return contender?.count?.(request.steps, () => run(request.steps, request.steps)) ?? nothing;
    }
  }

  return (request) =>
    answer(request).then(
      (value) => ({ kind: 'done', value }) as const,
      (error: unknown) =>
        ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }) as const,
    );
}
