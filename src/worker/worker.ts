import type { FromWorker, ToWorker } from './protocol';
import { createSession } from './session';

const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
const session = createSession(post);
self.onmessage = (event: MessageEvent<ToWorker>) => session.receive(event.data);

// Held until this worker ends, however it ends: that is how the page learns of a crash, which makes no event.
void navigator.locks?.request(self.name, () => {
  post({ kind: 'alive' });
  return new Promise(() => {});
});
