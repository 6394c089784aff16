import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isMain, root, run } from './lib/project.mjs';

const firstLoadLimit = 220_000;
const dist = join(root, 'dist');
// Strings that minifying keeps in any chunk that holds tfjs or one of its backends.
const tfjsMarkers = ['Initialization of backend', 'kernelName:', 'EXT_disjoint_timer_query'];
const tfjsMarkerIn = (path) => {
  const source = readFileSync(path, 'utf8');
  return tfjsMarkers.find((text) => source.includes(text));
};

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** The entry and everything that it imports statically, in Vite's manifest. */
function firstLoad(manifest) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  const keys = new Set();
  const visit = (key) => {
    if (keys.has(key)) return;
    keys.add(key);
    (manifest[key].imports ?? []).forEach(visit);
  };
  entries.forEach(visit);
  return [...new Set([...keys].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'));
}

/** Addresses on other hosts that a page loads by itself, as opposed to links to follow. */
function foreignAddresses(html) {
  const tags = html.match(/<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>/gi) ?? [];
  return tags.flatMap((tag) =>
    [...tag.matchAll(/\b(?:src|href|data)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/gi)].map((m) => m[1]),
  );
}

/** Addresses on other hosts that a style sheet loads. */
const foreignInStyles = (css) =>
  [...css.matchAll(/(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi)].map((m) => m[1]);

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function main() {
  const files = firstLoad(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')));
  const size = files.reduce((sum, file) => sum + gzipped(file), 0);
  console.log(`first load: ${kilobytes(size)} of ${kilobytes(firstLoadLimit)} (gzip): ${files.join(', ')}`);
  const all = filesIn(dist);
  console.log(`all of dist: ${kilobytes(all.reduce((sum, path) => sum + statSync(path).size, 0))}`);

  const faults = [];
  if (files.length === 0) faults.push('The manifest names no entry script.');
  if (size > firstLoadLimit) faults.push(`The first load is ${kilobytes(size - firstLoadLimit)} over its budget.`);
  for (const file of files) {
    const marker = tfjsMarkerIn(join(dist, file));
    if (marker) faults.push(`${file} is part of the first load and holds tfjs (“${marker}”).`);
  }
  if (!all.some((path) => path.endsWith('.js') && tfjsMarkerIn(path)))
    faults.push('No script holds tfjs: the strings that it is known by in scripts/size.mjs are out of date.');
  for (const path of all.filter((name) => /\.(?:html|css)$/.test(name))) {
    const foreign = (path.endsWith('.css') ? foreignInStyles : foreignAddresses)(readFileSync(path, 'utf8'));
    if (foreign.length) faults.push(`${relative(dist, path)} loads from elsewhere: ${foreign.join(', ')}`);
  }
  if (faults.length) throw new Error(faults.join('\n'));
}

if (isMain(import.meta.url)) await run(main);
