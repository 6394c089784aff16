import { pathToFileURL } from 'node:url';
import { provideGpu } from './dawn.mjs';

// One contender in a process of its own, as it has a worker of its own in a browser.

const [bundle] = process.argv.slice(2);
await provideGpu();
const { answer, measureMatrixRate } = await import(pathToFileURL(bundle).href);

function answerAll(request) {
  if (request.kind !== 'rate') return answer(request);
  return measureMatrixRate('webgpu').then(
    (value) => ({ kind: 'done', value }),
    (error) => ({ kind: 'failed', message: String(error) }),
  );
}

process.on('message', (request) => void answerAll(request).then((reply) => process.send(reply)));
