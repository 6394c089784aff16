import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../src/config/patch';
import { familyIds } from '../../../src/families';
import { encodeWeights, stringifyWeights } from '../../../src/formats/weights';
import { settings } from '../../../src/i18n/settings.en';
import { configSchemaOf } from './configSchema';
import { type Path, put } from './mutate';
import { samples } from './samples';

const schema: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../docs/weights.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  schema,
);
const files = Object.entries(samples).map(([name, sample]) => [name, encodeWeights(sample, new Date(0))] as const);

/** The schema's config without what is written for people. */
function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'description' || typeof inner !== 'string');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutDescriptions(inner)]));
}

/** Paths of the properties in a schema that have no description where people look for one. */
function undescribed(value: unknown, path = ''): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${path}/${key}`;
    const isProperty = path.endsWith('/properties') && isRecord(inner);
    const plain = isProperty && !('$ref' in inner || 'const' in inner || 'oneOf' in inner);
    const missing = plain && !('description' in inner) && !/\/(name|columns|categories|classes)$/.test(here);
    return [...(missing ? [here] : []), ...undescribed(inner, here)];
  });
}

describe('docs/weights.schema.json', () => {
  for (const [name, file] of files) {
    test(`accepts the file of ${name}`, () => {
      expect(validate(JSON.parse(stringifyWeights(file))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    });
  }

  const first = files[0]?.[1];
  const broken: readonly (readonly [path: Path, value: unknown])[] = [
    [['format'], 'weights'],
    [['version'], 2],
    [['createdAt'], 'yesterday'],
    [['createdAt'], undefined],
    [['config', 'model', 'layers'], [0]],
    [['config', 'train', 'optimizer'], 'lion'],
    [['config', 'train', 'speed'], 1],
    [['config', 'data', 'features'], []],
    [['config', 'seed'], -1],
    [['data', 'rows'], 1.5],
    [['data', 'inputs', 'kind'], 'columns'],
    [['data', 'inputs', 'extent'], 0],
    [['data', 'target', 'classes'], ['one']],
    [['data', 'target'], undefined],
    [['tensors'], []],
    [['tensors', 0, 'name'], undefined],
    [['tensors', 0, 'shape', 0], -2],
    [['tensors', 0, 'dtype'], 'float64'],
    [['tensors', 0, 'values'], undefined],
    [['tensors', 0, 'values', 0], '0.1'],
    [['tensors', 0, 'values', 0], 1e39],
    [['tensors', 0, 'base64'], 'AACAPw=='],
    [['training', 'step'], -1],
    [['training', 'optimizer', 'steps'], undefined],
    [['training', 'optimizer', 'slots', 'mean', 0, 'values'], 3],
    [['training', 'rng', 'position'], null],
    [['training', 'rng'], undefined],
  ];
  const second = Object.fromEntries(files)['running text with its carried state, two layers'];
  const brokenSequences: typeof broken = [
    [['config', 'model', 'layers'], []],
    [['config', 'model', 'cell'], 'tanh'],
    [['config', 'data', 'features'], ['x']],
    [['data', 'task'], 'text'],
    [['data', 'length'], 0],
    [['data', 'layout', 'form'], 'pages'],
    [['data', 'layout'], { kind: 'answer' }],
    [['data', 'input', 'vocabulary'], ['a']],
    [['data', 'output', 'kind'], 'classes'],
    [['training', 'carried', 0, 'shape'], undefined],
    [['training', 'carried'], {}],
  ];
  for (const [path, value] of brokenSequences) {
    test(`refuses ${path.join('.')} of sequences when it is ${value === undefined ? 'missing' : JSON.stringify(value)}`, () => {
      expect(validate(put(second, path, value))).toBe(false);
    });
  }

  const third = Object.fromEntries(files)['an adversarial pair with two optimizers, of modes'];
  const brokenPairs: typeof broken = [
    [['config', 'model', 'generator'], [0]],
    [['config', 'train', 'loss'], 'quadratic'],
    [['config', 'train', 'discriminatorOptimizer'], 'lion'],
    [['data', 'imitates'], 'sounds'],
    [['data', 'coordinates'], []],
    [['data', 'scaling', 'scale'], 0],
    [['data', 'modes', 'centres'], []],
    [['data', 'modes'], undefined],
    [['training', 'optimizer', 'steps'], [1]],
    [['training', 'ema'], undefined],
    [['training', 'ema', 0, 'shape'], undefined],
  ];
  for (const [path, value] of brokenPairs) {
    test(`refuses ${path.join('.')} of a pair when it is ${value === undefined ? 'missing' : JSON.stringify(value)}`, () => {
      expect(validate(third)).toBe(true);
      expect(validate(put(third, path, value))).toBe(false);
    });
  }

  for (const [path, value] of broken) {
    test(`refuses ${path.join('.')} when it is ${value === undefined ? 'missing' : JSON.stringify(value)}`, () => {
      expect(validate(put(first, path, value))).toBe(false);
    });
  }

  for (const family of familyIds) {
    const config = (schema.$defs as Record<string, unknown>)[family];

    test(`has the settings that ${family} declares`, () => {
      expect(withoutDescriptions(config)).toEqual(configSchemaOf(family));
    });

    test(`describes the settings of ${family} in the words of the page`, () => {
      const groups: Readonly<Record<string, Readonly<Record<string, { help: string }>>>> = settings[family];
      const told = config as { properties: Record<string, { properties: Record<string, { description: string }> }> };
      for (const [group, helps] of Object.entries(groups))
        for (const [name, { help }] of Object.entries(helps))
          expect(told.properties[group]?.properties[name]?.description, `${group}.${name}`).toBe(help);
    });
  }

  test('refuses the data of one family with the config of another', () => {
    for (const [, file] of files)
      for (const [, other] of files) {
        const alike = file.config.family === other.config.family;
        if (!alike) expect(validate({ ...file, data: other.data })).toBe(false);
      }
  });

  test('describes every field', () => {
    expect(undescribed(schema)).toEqual([]);
  });
});
