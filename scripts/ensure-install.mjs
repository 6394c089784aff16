import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, run } from './lib/project.mjs';

const quiet = ['--no-fund', '--no-audit', '--loglevel=error'];
const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function npm(...args) {
  const windows = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: windows,
  });
  return { ok: status === 0, output: error?.message ?? `${stdout}${stderr}`.trim() };
}

/** Installs what package-lock.json names, unless it is installed already. */
export function ensureInstall() {
  // npm writes this file last, so a broken-off install counts as missing.
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.log('Installing dependencies (npm ci) …');
  let result = npm('ci');
  // A lock written behind a registry without other platforms' packages lacks them, and npm ci refuses it.
  // npm install takes the same versions from it.
  if (!result.ok && result.output.includes('EUSAGE')) {
    console.log('The lock file is incomplete; installing with npm install --no-save …');
    result = npm('install', '--no-save');
  }
  if (!result.ok) throw new Error(`The dependencies could not be installed:\n${result.output}`);
}

if (isMain(import.meta.url)) await run(ensureInstall);
