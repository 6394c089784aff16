import fc from 'fast-check';
import { parseConfig } from '../../../src/config/gate';
import type { Setting, SettingGroup, SettingGroups } from '../../../src/config/setting';
import { backendChoices, type Config, families, familyIds } from '../../../src/families';

/** Property tests draw the same 200 cases every time. */
export const cases = { seed: 1, numRuns: 200 } as const;

/** Text that a person could type or a file could hold, `__proto__`, `&` and `%2C` among it. */
const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength, unit: 'grapheme' }).filter((text) => text.length <= maxLength),
    fc
      .constantFrom('__proto__', 'constructor', 'a&b=c#d', '%2C', 'a,b', ' ', '100 %', '中文')
      .filter((text) => text.length <= maxLength),
  );

function validValue(setting: Setting): fc.Arbitrary<unknown> {
  switch (setting.kind) {
    case 'number':
      // −0 and 0 are the same setting, but not the same text.
      return setting.whole
        ? fc.integer({ min: setting.min, max: setting.max })
        : fc.double({ min: setting.min, max: setting.max, noNaN: true }).map((value) => value + 0);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...setting.options);
    case 'subset':
      return fc.subarray([...setting.options], { minLength: 1 });
    case 'widths':
      return fc.array(fc.integer({ min: 1, max: setting.maxWidth }), {
        minLength: setting.minLayers ?? 0,
        maxLength: setting.maxLayers,
      });
    case 'text':
      return anyText(setting.maxLength);
    case 'columns':
      return fc.dictionary(anyText(20), fc.constantFrom(...setting.options), { maxKeys: 5 });
  }
}

const validGroup = (group: SettingGroup) =>
  fc.record(Object.fromEntries(Object.entries(group).map(([key, setting]) => [key, validValue(setting)])));

/** Valid configs of every family. */
export const validConfigs: fc.Arbitrary<Config> = fc.constantFrom(...familyIds).chain((family) => {
  const settings: SettingGroups = families[family].settings;
  return fc
    .record({
      version: fc.constant(1),
      family: fc.constant(family),
      seed: fc.nat(),
      backend: fc.constantFrom(...backendChoices),
      data: validGroup(settings.data),
      model: validGroup(settings.model),
      train: validGroup(settings.train),
    })
    .map(parseConfig);
});

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** For each setting its own name with a value that may be of any kind, and a few names that are not settings. */
const faultyGroup = (group: SettingGroup) =>
  fc.oneof(
    { weight: 1, arbitrary: anything },
    {
      weight: 5,
      arbitrary: fc
        .record(
          Object.fromEntries(
            Object.entries(group).map(([key, setting]) => [key, fc.oneof(validValue(setting), anything)]),
          ),
          { requiredKeys: [] },
        )
        .chain((known) => fc.dictionary(anyText(12), anything, { maxKeys: 2 }).map((more) => ({ ...more, ...known }))),
    },
  );

/** Values that resemble configs and are mostly faulty, and values that resemble nothing. */
export const faultyConfigs: fc.Arbitrary<unknown> = fc.constantFrom(...familyIds).chain((family) => {
  const settings: SettingGroups = families[family].settings;
  const resembling = fc.record(
    {
      version: fc.oneof(fc.constant(1), anything),
      family: fc.oneof(fc.constantFrom<string>(...familyIds, '__proto__', 'constructor'), anything),
      seed: fc.oneof(fc.nat(), anything),
      backend: fc.oneof(fc.constantFrom<string>(...backendChoices), anything),
      data: faultyGroup(settings.data),
      model: faultyGroup(settings.model),
      train: faultyGroup(settings.train),
      __proto__: anything,
    },
    { requiredKeys: [] },
  );
  return fc.oneof({ weight: 1, arbitrary: anything }, { weight: 9, arbitrary: resembling });
});
