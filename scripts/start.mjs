import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { root, run } from './lib/project.mjs';
import { serve } from './serve.mjs';

const sources = ['src', 'public', 'scripts/lib', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** The latest change below a path; 0 where there is none. Folders count: deleting a file changes its folder. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build() {
  const built = statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((source) => newest(join(root, source)) <= built)) return;
  console.log('Building …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

await run(async () => {
  ensureInstall();
  build();
  const { url } = await serve({ folder: join(root, 'dist'), port: 4173, lastPort: 4273 });
  console.log(`DeepSeek Playground: ${url} (Ctrl+C stops it)`);
});
