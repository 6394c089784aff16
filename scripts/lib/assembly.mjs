import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Flags of the two builds: a module must declare the memory that it is given, and on isolated pages it is shared. */
const builds = {
  plain: [],
  shared: ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'],
};

const common = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--initialMemory', '1'];

/**
 * Compiles AssemblyScript to a module that imports its memory (`env.memory`).
 * @param {string} entry  path of the source file
 * @param {keyof typeof builds} build
 * @returns {Promise<{ code: Uint8Array<ArrayBuffer>, sources: string[] }>}  `sources` are the files that it was made of
 */
export async function compileAssembly(entry, build) {
  // By its address: the compiler's own types would change those of JavaScript in the whole project.
  const { default: asc } = await import(import.meta.resolve('assemblyscript/asc'));
  const folder = dirname(entry);
  const sources = [];
  let code;
  const { error, stderr } = await asc.main(
    [entry.slice(folder.length + 1), ...common, ...builds[build], '-o', 'code'],
    {
      readFile(name) {
        try {
          const text = readFileSync(join(folder, name), 'utf8');
          sources.push(join(folder, name));
          // Decorators of functions are no TypeScript, so they stand in comments.
          return text.replaceAll(/^( *)\/\/ @inline$/gm, '$1@inline');
        } catch {
          return null;
        }
      },
      writeFile(_name, contents) {
        code = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${entry}: ${error.message}\n${stderr.toString()}`);
  return { code, sources };
}

/**
 * Lets `import code from './module.as.ts?build=plain'` give the compiled module, as base64: it is smaller than the
 * request that a file of its own would cost.
 */
export function assembly() {
  const compiled = new Map();
  return {
    name: 'assembly',
    enforce: 'pre',
    /** @param {string} id */
    async load(id) {
      const [, entry, build] = /^(.+\.as\.ts)\?build=(\w+)$/.exec(id) ?? [];
      if (!entry) return null;
      if (!compiled.has(id)) compiled.set(id, compileAssembly(entry, build));
      const { code, sources } = await compiled.get(id);
      for (const source of sources) this.addWatchFile(source);
      return `export default '${Buffer.from(code).toString('base64')}';`;
    },
    watchChange() {
      compiled.clear();
    },
  };
}
