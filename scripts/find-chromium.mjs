import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isMain, run } from './lib/project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function candidates() {
  const {
    PATH = '',
    HOME = '',
    LOCALAPPDATA = '',
    PROGRAMFILES = '',
    'PROGRAMFILES(X86)': programFiles86 = '',
  } = process.env;
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return [...onPath, ...['/Applications', join(HOME, 'Applications')].flatMap((at) => apps.map((a) => join(at, a)))];
  }
  if (process.platform === 'win32') {
    const apps = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    const folders = [PROGRAMFILES, programFiles86, LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((at) => apps.map((app) => join(at, app)));
  }
  return onPath;
}

function installOnDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log('Installing Chromium (apt-get install chromium) …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) console.error(stderr?.trim());
  }
}

/** The path of a Chromium or Chrome on this machine. @param {{ install?: boolean }} options */
export function findChromium({ install = false } = {}) {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is no program. Set it to a Chromium or Chrome, or unset it.`);
  }
  let found = candidates().find(isProgram);
  if (!found && install) {
    installOnDebian();
    found = candidates().find(isProgram);
  }
  if (found) return found;
  throw new Error('No Chromium found. Install Chromium or Google Chrome, or set CHROME_PATH to one.');
}

if (isMain(import.meta.url)) await run(() => console.log(findChromium({ install: true })));
