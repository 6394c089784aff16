import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** A path as the tests name it: from the repository's root, with forward slashes. */
export const fromRoot = (path: string) => relative(root, path).replaceAll('\\', '/');

/**
 * The modules that a source file imports when it runs, static and dynamic. What exists for types alone is erased
 * before it runs, and `new Worker(new URL(…))` starts another program: neither counts.
 */
export function importsOf(fileName: string, source: string): string[] {
  const { module, errors } = parseSync(fileName, source);
  if (errors[0]) throw new Error(`${fileName}: ${errors[0].message}`);
  const found: string[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0 || entries.some(({ isType }) => !isType)) found.push(moduleRequest.value);
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest && !isType) found.push(moduleRequest.value);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    if (!/^(['"])[^'"]*\1$/.test(text)) throw new Error(`${fileName}: import(${text}) does not name its module`);
    found.push(text.slice(1, -1));
  }
  return [...new Set(found)];
}

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

function resolveImport(from: string, specifier: string): string {
  const base = join(dirname(from), specifier.replace(/\?.*$/, ''));
  const path = endings
    .map((ending) => base + ending)
    .find((candidate) => /\.\w+$/.test(candidate) && existsSync(candidate));
  if (!path) throw new Error(`${fromRoot(from)} imports ${specifier}, which does not exist`);
  return path;
}

/** Each module reached from an entry, files by path and packages by name, with the chain of files that leads there. */
export function reachableFrom(entry: string): Map<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>();
  const visit = (path: string, chain: readonly string[]) => {
    const name = fromRoot(path);
    if (chains.has(name)) return;
    const here = [...chain, name];
    chains.set(name, here);
    if (!/\.tsx?$/.test(path)) return;
    for (const specifier of importsOf(path, readFileSync(path, 'utf8'))) {
      if (specifier.startsWith('.')) visit(resolveImport(path, specifier), here);
      else if (!chains.has(specifier)) chains.set(specifier, [...here, specifier]);
    }
  };
  visit(join(root, entry), []);
  return chains;
}
