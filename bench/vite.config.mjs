import { join } from 'node:path';
import { defineConfig } from 'vite';
import { assembly } from '../scripts/lib/assembly.mjs';
import { root } from '../scripts/lib/project.mjs';
import { threadedWasm } from '../scripts/lib/threaded-wasm.mjs';

/** The bench page, built for production like the real one, outside of dist/. */
export default defineConfig({
  root: join(root, 'bench/page'),
  base: './',
  logLevel: 'warn',
  worker: { format: 'es', plugins: () => [assembly(), threadedWasm()] },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
