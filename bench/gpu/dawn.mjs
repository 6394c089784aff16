import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/project.mjs';

const version = '0.6.2';
/** Beside the project's own packages, where `npm ci` does not look: it is large, and only this bench wants it. */
const place = join(root, '.cache/dawn');

function findDawn() {
  const require = createRequire(join(place, 'package.json'));
  try {
    return require.resolve('webgpu');
  } catch {
    throw new Error(
      `bench:gpu runs on Dawn, Chromium's WebGPU. Install it for Node (some 130 MB):\n  npm install --prefix .cache/dawn webgpu@${version}`,
    );
  }
}

/** What the adapter says of itself. */
export function describeAdapter({ info }) {
  const { description, vendor, architecture, device } = info;
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unknown';
}

/** Gives Node `navigator.gpu`, as a browser has it. @throws where Dawn is not installed or finds no adapter */
export async function provideGpu() {
  const { create, globals } = await import(pathToFileURL(findDawn()).href);
  Object.assign(globalThis, globals);
  const gpu = create([]);
  const navigator = { gpu, hardwareConcurrency: availableParallelism(), userAgent: 'Node', platform: process.platform };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter) return adapter;
  const software = '/usr/lib/chromium/vk_swiftshader_icd.json';
  const advice = [
    'Dawn finds no adapter: it needs Vulkan (libvulkan.so.1 and a driver), Metal or Direct3D 12.',
    ...(existsSync(software)
      ? [
          `Without a GPU, Chromium's software adapter will do:`,
          `  LD_LIBRARY_PATH=/usr/lib/chromium VK_DRIVER_FILES=${software} npm run bench:gpu`,
        ]
      : []),
  ];
  throw new Error(advice.join('\n'));
}
