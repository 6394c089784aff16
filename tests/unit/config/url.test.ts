import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig, parseConfig, presetConfig, readConfig } from '../../../src/config/gate';
import { decodeUrl, encodeUrl } from '../../../src/config/url';
import { families, familyIds } from '../../../src/families';
import { cases, validConfigs } from './arbitrary';

describe('encodeUrl and decodeUrl', () => {
  test('are inverse for every valid config', () => {
    fc.assert(
      fc.property(validConfigs, (config) => {
        expect(decodeUrl(encodeUrl(config))).toEqual({ config, problems: [] });
      }),
      cases,
    );
  });

  test('are inverse for every preset, also behind the # of a link', () => {
    for (const { id } of familyIds.flatMap((family) => families[family].presets)) {
      const config = presetConfig(id, defaultConfig());
      expect(decodeUrl(`#${encodeUrl(config)}`)).toEqual({ config, problems: [] });
    }
  });

  test('survive being put into a link and read back from it', () => {
    fc.assert(
      fc.property(validConfigs, (config) => {
        const link = new URL(`https://example.test/#${encodeUrl(config)}`);
        expect(decodeUrl(link.hash).config).toEqual(config);
      }),
      cases,
    );
  });
});

describe('encodeUrl', () => {
  test('writes nothing for the defaults', () => {
    expect(encodeUrl(defaultConfig())).toBe('');
  });

  test('writes of another family its name, and of its defaults nothing', () => {
    expect(encodeUrl(defaultConfig('rec'))).toBe('family=rec');
    const config = parseConfig({ family: 'rec', data: { dataset: 'addition', digits: 3 }, model: { cell: 'gru' } });
    expect(encodeUrl(config)).toBe('family=rec&data.dataset=addition&data.digits=3&model.cell=gru');
  });

  test('writes what differs, legibly', () => {
    const config = parseConfig({ seed: 3, data: { dataset: 'circle' }, model: { layers: [8, 4] } });
    expect(encodeUrl(config)).toBe('data.dataset=circle&model.layers=8,4&seed=3');
  });

  test('writes a model without hidden layers', () => {
    expect(encodeUrl(parseConfig({ model: { layers: [] } }))).toBe('model.layers=');
  });
});

describe('decodeUrl', () => {
  test('gives the defaults for an empty fragment', () => {
    for (const fragment of ['', '#']) expect(decodeUrl(fragment)).toEqual({ config: defaultConfig(), problems: [] });
  });

  test('opens a family with a few settings, wherever the family stands', () => {
    const expected = parseConfig({ family: 'rec', data: { dataset: 'recall', distance: 20 }, model: { layers: [32] } });
    for (const fragment of [
      '#family=rec&data.dataset=recall&data.distance=20&model.layers=32',
      '#data.dataset=recall&model.layers=32&data.distance=20&family=rec',
    ])
      expect(decodeUrl(fragment)).toEqual({ config: expected, problems: [] });
  });

  test('reports settings of a family that is not the link’s', () => {
    const { config, problems } = decodeUrl('#family=rec&data.features=x,y');
    expect(config).toEqual(defaultConfig('rec'));
    expect(problems.map(({ key, values }) => `${key} ${values.path}`)).toEqual(['unknownSetting data.features']);
  });

  test('keeps what can be read and reports what cannot', () => {
    const { config, problems } = decodeUrl('#data.samples=100&data.noise=much&seed=&train.batchsize=3');
    expect(config).toEqual(parseConfig({ data: { samples: 100 } }));
    expect(problems.map(({ key, values }) => `${key} ${values.path}`).sort()).toEqual([
      'settingNotNumber data.noise',
      'settingNotNumber seed',
      'unknownSetting train.batchsize',
    ]);
  });

  const malformed = [
    'data.samples',
    'data.samples=',
    'data.samples.more=100',
    'data=1',
    '.=1',
    'data.=1',
    'data.__proto__=1',
    '__proto__.polluted=1',
    'constructor.prototype=1',
    'family=__proto__',
    'model.layers=8,,8',
    'model.layers=8;8',
    'data.columns={"a":',
    'data.columns=[]',
    'data.features=',
    'version=2',
    'seed=1e99',
    '%E0%A4%A',
  ];
  for (const fragment of malformed) {
    test(`reports ${fragment} as a problem`, () => {
      const { config, problems } = decodeUrl(fragment);
      expect(problems).toHaveLength(1);
      expect(config).toEqual(defaultConfig());
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  }

  test('never throws, and always gives a config that needs no repair', () => {
    const names = ['family', 'seed', 'backend', 'version', 'data', ...Object.keys(families.net.settings.data)];
    const pieces = fc.constantFrom(
      '#',
      '&',
      '=',
      '.',
      ',',
      '%',
      '%2',
      '{',
      '"',
      '__proto__',
      'data.',
      'model.',
      ...names,
    );
    const fragments = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 20 });
    fc.assert(
      fc.property(fragments, (parts) => {
        const { config } = decodeUrl(parts.join(''));
        expect(readConfig(config)).toEqual({ config, problems: [] });
      }),
      cases,
    );
  });
});
