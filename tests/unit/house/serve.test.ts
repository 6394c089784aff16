import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

let top = '';
let folder = '';
const servers: Awaited<ReturnType<typeof serve>>[] = [];

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'serve-'));
  folder = join(top, 'site');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(top, 'secret.txt'), 'secret');
  writeFileSync(join(top, 'site-secret.txt'), 'secret');
  for (const name of ['index.html', 'a.js', 'a.wasm', 'a.svg', 'a.json', 'a.css', 'a b.txt', 'a.unknown'])
    writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'assets', 'index.html'), 'nested');
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(top, { recursive: true });
});

async function start(options: { base?: string; isolated?: boolean } = {}) {
  const server = await serve({ folder, ...options });
  servers.push(server);
  return server.url;
}

/** The status line for a path sent as it is: fetch() would tidy it first. */
function rawStatus(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('the static server', () => {
  const types = {
    '': 'text/html',
    'a.js': 'text/javascript',
    'a.wasm': 'application/wasm',
    'a.svg': 'image/svg+xml',
    'a.json': 'application/json',
    'a.css': 'text/css',
    'a%20b.txt': 'text/plain',
    'a.unknown': 'application/octet-stream',
    'a.js?v=1': 'text/javascript',
  };

  test('gives every file with the type that browsers ask for', async () => {
    const url = await start();
    for (const [path, type] of Object.entries(types)) {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
      expect(await response.text()).toBe(path === '' ? 'index.html' : decodeURIComponent(path.replace(/\?.*/, '')));
    }
  });

  test('isolates its pages', async () => {
    const { headers } = await fetch(await start());
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('can leave its pages without isolation, like a plain web host', async () => {
    const { headers } = await fetch(await start({ isolated: false }));
    expect([...headers.keys()].filter((name) => name.startsWith('cross-origin'))).toEqual([]);
  });

  test('serves under a path, and nothing outside it', async () => {
    const url = await start({ base: '/deep/er' });
    expect(new URL(url).pathname).toBe('/deep/er/');
    expect(await (await fetch(`${url}a.js`)).text()).toBe('a.js');
    expect((await fetch(url.slice(0, -1))).url).toBe(url);
    expect((await fetch(new URL('/a.js', url))).status).toBe(404);
  });

  test('answers 404 for what is not there and 405 for anything but reading', async () => {
    const url = await start();
    expect((await fetch(`${url}missing.js`)).status).toBe(404);
    expect((await fetch(`${url}assets`)).status).toBe(404);
    expect(await (await fetch(`${url}assets/`)).text()).toBe('nested');
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  const escapes = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/../site-secret.txt',
    '/a.js%00.html',
    '/%',
    '//etc/passwd',
    'secret.txt',
  ];
  for (const path of escapes) {
    test(`gives nothing for ${path}`, async () => {
      const answer = await rawStatus(await start(), path);
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer).not.toContain('secret');
    });
  }
});
