import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assembly } from './scripts/lib/assembly.mjs';
import { threadedWasm } from './scripts/lib/threaded-wasm.mjs';

// Threads for the WASM backend need a cross-origin isolated page.
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), assembly()],
  worker: { format: 'es', plugins: () => [assembly(), threadedWasm()] },
  server: { headers: isolation },
  preview: { headers: isolation },
  build: { target: 'es2023', manifest: true, chunkSizeWarningLimit: 2000 },
});
