import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.mjs';
import { assembly } from './scripts/lib/assembly.mjs';
import { chromiumFlags } from './scripts/lib/chromium-flags.mjs';
import vite, { isolation } from './vite.config.ts';

const launchOptions = {
  // Looked for when a browser starts: unit tests need none.
  get executablePath() {
    return findChromium();
  },
  args: chromiumFlags,
};

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        plugins: [assembly()],
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        plugins: vite.plugins,
        worker: vite.worker,
        server: { headers: isolation },
        // A dependency that is found late makes Vite reload the page in the middle of a run.
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs',
            'papaparse',
            'idb',
            'zustand/vanilla',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgpu',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
