import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';

/** No contender needs as long for one request; a driver that hangs does. */
const limit = 300_000;

/** Starts a process for a bundle; its requests are answered one after another. */
export function startChild(bundle, name) {
  const child = fork(join(root, 'bench/gpu/child.mjs'), [bundle], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-500);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const fail = (message) => end(() => reject(new Error(`${name}: ${message}`)));
        const ended = () => fail(`its process ended. ${said.trim()}`);
        const late = setTimeout(() => fail(`no answer in ${limit / 1000} s`), limit);
        const answered = (reply) => (reply.kind === 'done' ? end(() => resolve(reply.value)) : fail(reply.message));
        const end = (settle) => {
          clearTimeout(late);
          child.off('exit', ended).off('message', answered);
          settle();
        };
        child.once('exit', ended).once('message', answered);
        if (child.exitCode !== null) ended();
        else child.send(request);
      }),
    close: () => child.kill(),
  };
}
