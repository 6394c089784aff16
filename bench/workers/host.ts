import { createContender, type Start } from '../contenders/contender';
import type { Request } from '../protocol';

/** Answers the page's requests for the one contender that this worker is started for. */
export function host(start: Start): void {
  const answer = createContender(start);
  self.onmessage = async ({ data }: MessageEvent<Request>) => self.postMessage(await answer(data));
}
