import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromRoot, root } from './imports';

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css|html|json)$/.test(entry.name))
    .map((entry) => fromRoot(join(entry.parentPath, entry.name)));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const sources = filesIn('src');
const everything = [...sources, ...['tests', 'scripts', 'bench', 'docs', '.ci'].flatMap(filesIn)];

describe('the house rules', () => {
  test('no source file is longer than 400 lines', () => {
    const lines = (file: string) => read(file).split('\n').length - 1;
    expect(sources.filter((file) => lines(file) > 400).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  test('no file names a folder of one machine', () => {
    const machinePath = /(?<![\w.:/])\/(?:home|Users|root|work|tmp)\/\w|[A-Z]:\\Users\\/;
    const found = everything.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => machinePath.test(line) && !line.includes('machinePath'))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test('the lock file names no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  test('everything that is installed is pinned to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, v]) => !/^\d+\.\d+\.\d+$/.test(v),
    );
    expect(ranges).toEqual([]);
  });
});
