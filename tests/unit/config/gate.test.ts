import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeBetween,
  defaultConfig,
  parseConfig,
  patchConfig,
  presetConfig,
  readConfig,
} from '../../../src/config/gate';
import { families, familyIds } from '../../../src/families';
import { Problem } from '../../../src/problem';
import { cases, faultyConfigs, validConfigs } from './arbitrary';

/** The problem that a call throws; anything else it throws, or its silence, fails the test. */
function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem was thrown');
}

describe('parseConfig', () => {
  test('fills in the defaults for an empty object', () => {
    expect(parseConfig({})).toEqual(defaultConfig());
  });

  test('keeps every valid config as it is', () => {
    fc.assert(
      fc.property(validConfigs, (config) => {
        expect(parseConfig(config)).toEqual(config);
      }),
      cases,
    );
  });

  test('gives the config that a JSON round trip of it gives', () => {
    fc.assert(
      fc.property(validConfigs, (config) => {
        expect(parseConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
      }),
      cases,
    );
  });

  test('throws nothing but problems, whatever it is given', () => {
    fc.assert(
      fc.property(faultyConfigs, (value) => {
        try {
          parseConfig(value);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      cases,
    );
  });

  test('shares no array or object with the value it was given', () => {
    const given = { model: { layers: [4, 4] }, data: { columns: { age: 'number' }, features: ['x', 'y'] } };
    const config = parseConfig({ ...given });
    given.model.layers.push(99);
    given.data.features.pop();
    Object.assign(given.data.columns, { age: 'nonsense' });
    expect(config.model.layers).toEqual([4, 4]);
    expect(config.data.features).toEqual(['x', 'y']);
    expect(config.data.columns).toEqual({ age: 'number' });
  });

  test('keeps features in their declared order, without repeats', () => {
    expect(parseConfig({ data: { features: ['sinX', 'x'] } }).data.features).toEqual(['x', 'sinX']);
    expect(problemOf(() => parseConfig({ data: { features: ['x', 'x'] } })).key).toBe('settingNotSubset');
  });

  const faults: readonly (readonly [fault: string, value: unknown, key: string, said: string])[] = [
    ['a list', [], 'configNotObject', '[]'],
    ['null', null, 'configNotObject', 'null'],
    ['a group that is a text', { data: 'spiral' }, 'configNotObject', '"spiral"'],
    ['another version', { version: 2 }, 'configVersion', '2'],
    ['an unknown family', { family: 'cnn' }, 'unknownFamily', 'net'],
    ['a misspelt setting', { train: { learningrate: 1 } }, 'unknownSetting', 'train.learningrate'],
    ['an unknown field', { trian: {} }, 'unknownSetting', 'trian'],
    ['a number as text', { train: { learningRate: '0.1' } }, 'settingNotNumber', 'train.learningRate'],
    ['not a number', { train: { learningRate: Number.NaN } }, 'settingNotNumber', 'NaN'],
    ['infinity', { train: { learningRate: Number.POSITIVE_INFINITY } }, 'settingOutOfRange', 'Infinity'],
    ['a number below its range', { data: { samples: 1 } }, 'settingOutOfRange', '10'],
    ['a fraction of an example', { data: { samples: 10.5 } }, 'settingNotWhole', '10.5'],
    ['a negative seed', { seed: -1 }, 'settingOutOfRange', 'seed'],
    ['a flag as a number', { model: { bias: 1 } }, 'settingNotFlag', 'model.bias'],
    ['an unknown option', { model: { activation: 'relu6' } }, 'settingNotOption', 'leakyRelu'],
    ['an unknown backend', { backend: 'cuda' }, 'settingNotOption', 'webgpu'],
    ['no feature', { data: { features: [] } }, 'settingNotSubset', 'sinX'],
    ['a recurrent network without layers', { family: 'rec', model: { layers: [] } }, 'settingNotWidths', '1 to 8'],
    ['a layer without units', { model: { layers: [0] } }, 'settingNotWidths', 'model.layers'],
    ['too many layers', { model: { layers: new Array(33).fill(1) } }, 'settingNotWidths', '32'],
    [
      'a hole among the layers',
      { model: { layers: Object.assign([4], { 2: 4 }) } },
      'settingNotWidths',
      'model.layers',
    ],
    ['too long a text', { data: { target: 'a'.repeat(2001) } }, 'settingNotText', '2000'],
    ['an unknown column type', { data: { columns: { age: 'text' } } }, 'settingNotColumns', 'category'],
    ['columns in a map', { data: { columns: new Map([['age', 'number']]) } }, 'settingNotColumns', 'data.columns'],
    ['columns in a list', { data: { columns: ['number'] } }, 'settingNotColumns', 'number'],
  ];
  for (const [fault, value, key, said] of faults) {
    test(`refuses ${fault} and says so`, () => {
      const problem = problemOf(() => parseConfig(value));
      expect(problem.key).toBe(key);
      expect(problem.message).toContain(said);
      expect(problem.message).not.toMatch(/[{}]\w|undefined/);
    });
  }
});

describe('readConfig', () => {
  test('repairs whatever it is given into a config that parseConfig takes', () => {
    fc.assert(
      fc.property(faultyConfigs, (value) => {
        const { config } = readConfig(value);
        expect(parseConfig(config)).toEqual(config);
        expect(structuredClone(config)).toEqual(config);
      }),
      cases,
    );
  });

  test('reports no problem exactly where parseConfig has none', () => {
    fc.assert(
      fc.property(faultyConfigs, (value) => {
        const { config, problems } = readConfig(value);
        if (problems[0]) expect(problemOf(() => parseConfig(value)).message).toBe(problems[0].message);
        else expect(parseConfig(value)).toEqual(config);
      }),
      cases,
    );
  });

  test('keeps what is right beside what is faulty', () => {
    const { config, problems } = readConfig({ seed: 7, data: { noise: 5, samples: 100 }, model: 3 });
    expect(config).toEqual({ ...defaultConfig(), seed: 7, data: { ...defaultConfig().data, samples: 100 } });
    expect(problems.map(({ key }) => key)).toEqual(['settingOutOfRange', 'configNotObject']);
  });

  test('shortens what it quotes', () => {
    const { problems } = readConfig({ ['x'.repeat(10_000)]: 1, seed: 'y'.repeat(10_000) });
    expect(problems).toHaveLength(2);
    for (const { message } of problems) expect(message.length).toBeLessThan(200);
  });
});

describe('patchConfig', () => {
  test('changes what the patch names and nothing else', () => {
    const before = patchConfig(defaultConfig(), { seed: 3, train: { batchSize: 32 } });
    const after = patchConfig(before, { train: { learningRate: 0.1 } });
    expect(after).toEqual({ ...before, train: { ...before.train, learningRate: 0.1 } });
  });

  test('replaces lists and column types whole', () => {
    const before = parseConfig({ model: { layers: [1, 2, 3] }, data: { columns: { age: 'number' } } });
    const after = patchConfig(before, { model: { layers: [9] }, data: { columns: { name: 'ignore' } } });
    expect(after.model.layers).toEqual([9]);
    expect(after.data.columns).toEqual({ name: 'ignore' });
  });

  test('leaves the config alone when it refuses', () => {
    const before = defaultConfig();
    const copy = structuredClone(before);
    expect(problemOf(() => patchConfig(before, { seed: 5, data: { noise: -1 } })).key).toBe('settingOutOfRange');
    expect(problemOf(() => patchConfig(before, { model: null })).key).toBe('configNotObject');
    expect(problemOf(() => patchConfig(before, 'spiral')).key).toBe('configNotObject');
    expect(problemOf(() => patchConfig(before, { family: 'cnn' })).key).toBe('unknownFamily');
    expect(before).toEqual(copy);
  });

  test('with a whole config gives that config', () => {
    fc.assert(
      fc.property(validConfigs, validConfigs, (before, after) => {
        expect(patchConfig(before, after)).toEqual(after);
      }),
      cases,
    );
  });
});

describe('another family', () => {
  test('starts from its own defaults, with the seed and the backend of the one before', () => {
    const before = parseConfig({ seed: 7, backend: 'wasm', model: { layers: [3] }, train: { learningRate: 0.5 } });
    expect(patchConfig(before, { family: 'rec' })).toEqual({ ...defaultConfig('rec'), seed: 7, backend: 'wasm' });
  });

  test('takes the settings that the patch has besides, and refuses those it does not know', () => {
    const after = patchConfig(defaultConfig(), {
      family: 'rec',
      data: { dataset: 'addition' },
      model: { cell: 'gru' },
    });
    expect(after).toMatchObject({ family: 'rec', data: { dataset: 'addition', digits: 2 }, model: { cell: 'gru' } });
    expect(problemOf(() => patchConfig(defaultConfig(), { family: 'rec', data: { features: ['x'] } })).key).toBe(
      'unknownSetting',
    );
  });

  test('is never a change that keeps the weights', () => {
    expect(changeBetween(defaultConfig(), defaultConfig('rec'))).toBe('rebuild');
  });

  test.each(familyIds)('%s has its defaults as its first preset', (family) => {
    const [first] = families[family].presets;
    expect(presetConfig(first?.id ?? '', defaultConfig())).toEqual(defaultConfig(family));
  });
});

describe('presets', () => {
  const presets = familyIds.flatMap((family) => families[family].presets.map(({ id }) => ({ family, id })));

  for (const { family, id } of presets) {
    test(`${id} is a valid config of its family and keeps seed and backend`, () => {
      const config = presetConfig(id, parseConfig({ seed: 42, backend: 'cpu' }));
      expect(config).toMatchObject({ family, seed: 42, backend: 'cpu' });
    });
  }

  test('have different ids and give different configs', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    const configs = presets.map(({ id }) => JSON.stringify(presetConfig(id, defaultConfig())));
    expect(new Set(configs).size).toBe(presets.length);
  });

  test('that do not exist are refused with the list of those that do', () => {
    const problem = problemOf(() => presetConfig('cirlce', defaultConfig()));
    expect(problem.key).toBe('unknownPreset');
    for (const { id } of presets) expect(problem.message).toContain(id);
  });
});

describe('changeBetween', () => {
  const base = defaultConfig();

  test('finds nothing between equal configs', () => {
    fc.assert(
      fc.property(validConfigs, (config) => {
        expect(changeBetween(config, structuredClone(config))).toBe('none');
      }),
      cases,
    );
  });

  test('keeps the weights for live settings and rebuilds for all others', () => {
    expect(changeBetween(base, patchConfig(base, { train: { learningRate: 0.5 } }))).toBe('live');
    expect(changeBetween(base, patchConfig(base, { model: { layers: [3] } }))).toBe('rebuild');
    expect(changeBetween(base, patchConfig(base, { seed: 2 }))).toBe('rebuild');
    expect(changeBetween(base, patchConfig(base, { backend: 'cpu' }))).toBe('move');
    expect(changeBetween(base, patchConfig(base, { backend: 'cpu', train: { l2: 0.1 } }))).toBe('move');
    expect(changeBetween(base, patchConfig(base, { backend: 'cpu', data: { noise: 0.1 } }))).toBe('rebuild');
  });

  test('rebuilds when a live setting changes together with one that rebuilds', () => {
    expect(changeBetween(base, patchConfig(base, { train: { l2: 0.1 }, data: { noise: 0.1 } }))).toBe('rebuild');
    expect(changeBetween(base, patchConfig(base, { model: { dropout: 0.1, bias: false } }))).toBe('rebuild');
  });

  test('does not rebuild because column types are listed in another order', () => {
    const before = parseConfig({ data: { columns: { age: 'number', name: 'ignore' } } });
    const after = parseConfig({ data: { columns: { name: 'ignore', age: 'number' } } });
    expect(changeBetween(before, after)).toBe('none');
  });
});
