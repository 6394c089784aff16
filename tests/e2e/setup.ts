import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Serves the production build while the journeys run. */
export default async function setup() {
  if (!existsSync(`${dist}/index.html`)) throw new Error('There is no build in dist/. Run npm run build first.');
  const server = await serve({ folder: dist });
  process.env.PLAYGROUND_URL = server.url;
  return server.close;
}
