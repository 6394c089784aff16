import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import { isMain, root, run } from './lib/project.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The file that a request path names, or null where it names none inside the folder. */
export function fileFor(folder, base, requestPath) {
  let path;
  try {
    path = decodeURIComponent(requestPath.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0') || path.includes('\\')) return null;
  const top = resolve(folder);
  const file = resolve(top, `.${sep}${path.slice(base.length)}`);
  if (file !== top && !file.startsWith(top + sep)) return null;
  return path.endsWith('/') ? join(file, 'index.html') : file;
}

/**
 * Serves a folder of files.
 * @param {{ folder: string, port?: number, lastPort?: number, host?: string, base?: string, isolated?: boolean }} options
 *   `base` is the path the folder is mounted under, `lastPort` how far to look for a free port. Isolated pages may
 *   share memory between threads.
 */
export async function serve({ folder, port = 0, lastPort = port, host = 'localhost', base = '/', isolated = true }) {
  const mount = `/${base}/`.replace(/\/+/g, '/');
  const common = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache', ...(isolated ? isolation : {}) };

  const refuse = (response, status) => {
    response.writeHead(status, { ...common, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${status}\n`);
  };
  const answer = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    if (request.url === mount.slice(0, -1)) {
      response.writeHead(308, { ...common, Location: mount });
      return response.end();
    }
    const file = fileFor(folder, mount, request.url ?? '');
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile()) return refuse(response, 404);
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { ...common, 'Content-Type': type, 'Content-Length': found.size });
    if (request.method === 'HEAD') return response.end();
    // A visitor who leaves early is no error.
    pipeline(createReadStream(file), response, () => {});
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const taken = await listen(server, port, lastPort, host);
  return {
    url: `http://${host}:${taken}${mount}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, port, lastPort, host) {
  for (let tried = port; ; tried++) {
    try {
      await new Promise((listening, failed) => {
        server.once('error', failed);
        server.listen(tried, host, () => {
          server.off('error', failed);
          listening();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tried >= lastPort) throw error;
    }
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: join(root, 'dist') },
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
      'no-isolation': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  const { url } = await serve({ folder: values.folder, base: values.base, port, isolated: !values['no-isolation'] });
  console.log(url);
}

if (isMain(import.meta.url)) await run(main);
