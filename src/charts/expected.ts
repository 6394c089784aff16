import { type Info, isImitated, isSequences } from '../families/info';

function qualityOf(info: Info): readonly string[] {
  if (isImitated(info)) return ['testCalledReal'];
  if (!isSequences(info)) return info.target.kind === 'classes' ? ['testAccuracy'] : ['testR2', 'testMae'];
  if (info.output.kind === 'numbers') return ['testMae'];
  if (info.task === 'characters') return ['testPerplexity', 'testBits'];
  return info.layout.kind === 'last' ? ['testAccuracy'] : ['testExact', 'testAccuracy'];
}

/** What a run on such data is going to measure: what stands in the tiles before anything was measured. */
export function expectedMeasures(info: Info | undefined): Readonly<Record<string, readonly number[]>> {
  const losses = info && isImitated(info) ? ['discriminatorLoss', 'generatorLoss'] : ['loss', 'testLoss'];
  const names = [...losses, ...(info ? qualityOf(info) : [])];
  return Object.fromEntries(names.map((name) => [name, []]));
}
