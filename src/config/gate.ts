import { backendChoices, type Config, type FamilyId, families, familyIds, type NetConfig } from '../families';
import { Problem } from '../problem';
import { isRecord, mergePatch } from './patch';
import { type GroupName, groupNames, type Setting, type SettingGroup, type SettingGroups } from './setting';
import { showValue } from './showValue';

/**
 * The one gate: every config from outside (URL, file, storage, script) passes here. `readConfig` repairs and
 * reports, `parseConfig` refuses at the first fault; neither ever returns a half-applied value.
 */

const maxSeed = 2 ** 31 - 1;

function checkNumber(setting: { min: number; max: number; whole?: boolean }, path: string, value: unknown) {
  if (typeof value !== 'number' || Number.isNaN(value))
    return new Problem('settingNotNumber', { path, found: showValue(value) });
  if (value < setting.min || value > setting.max)
    return new Problem('settingOutOfRange', { path, found: showValue(value), min: setting.min, max: setting.max });
  if (setting.whole && !Number.isInteger(value))
    return new Problem('settingNotWhole', { path, found: showValue(value) });
  return null;
}

/** The problem with a value for a setting, or null. */
function check(setting: Setting, path: string, value: unknown): Problem | null {
  const found = showValue(value);
  switch (setting.kind) {
    case 'number':
      return checkNumber(setting, path, value);
    case 'flag':
      return typeof value === 'boolean' ? null : new Problem('settingNotFlag', { path, found });
    case 'choice':
      return setting.options.some((option) => option === value)
        ? null
        : new Problem('settingNotOption', { path, found, options: setting.options.join(', ') });
    case 'subset':
      return Array.isArray(value) &&
        value.length > 0 &&
        [...value].every((v) => setting.options.includes(v)) &&
        new Set(value).size === value.length
        ? null
        : new Problem('settingNotSubset', { path, found, options: setting.options.join(', ') });
    case 'widths':
      return Array.isArray(value) &&
        value.length >= (setting.minLayers ?? 0) &&
        value.length <= setting.maxLayers &&
        // Spread, because every() passes over holes.
        [...value].every((v) => Number.isInteger(v) && v >= 1 && v <= setting.maxWidth)
        ? null
        : new Problem('settingNotWidths', {
            path,
            found,
            minLayers: setting.minLayers ?? 0,
            maxLayers: setting.maxLayers,
            maxWidth: setting.maxWidth,
          });
    case 'text':
      return typeof value === 'string' && value.length <= setting.maxLength
        ? null
        : new Problem('settingNotText', { path, found, maxLength: setting.maxLength });
    case 'columns':
      return isRecord(value) && Object.values(value).every((v) => setting.options.some((option) => option === v))
        ? null
        : new Problem('settingNotColumns', { path, found, options: setting.options.join(', ') });
  }
}

/** Copies a checked value so that nothing outside can change the config later; equal values become alike. */
function keep(setting: Setting, value: unknown): unknown {
  if (setting.kind === 'subset') return setting.options.filter((option) => (value as string[]).includes(option));
  if (setting.kind === 'widths') return [...(value as number[])];
  if (setting.kind === 'columns')
    return Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return value;
}

function readGroup(group: SettingGroup, name: string, value: unknown, problems: Problem[]): Record<string, unknown> {
  const given = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value))
    problems.push(new Problem('configNotObject', { found: showValue(value) }));
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(group, key))
      problems.push(new Problem('unknownSetting', { path: `${name}.${key}`.slice(0, 80) }));
  }
  const result: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(group)) {
    const found = Object.hasOwn(given, key) ? given[key] : undefined;
    const problem = found === undefined ? null : check(setting, `${name}.${key}`, found);
    if (problem) problems.push(problem);
    result[key] = keep(setting, found === undefined || problem ? setting.default : found);
  }
  return result;
}

/** The config in any value, with the default in place of everything missing or faulty, and what was faulty. */
export function readConfig(value: unknown): { config: Config; problems: Problem[] } {
  const problems: Problem[] = [];
  if (!isRecord(value)) problems.push(new Problem('configNotObject', { found: showValue(value) }));
  const given = isRecord(value) ? value : {};
  for (const key of Object.keys(given)) {
    if (!['version', 'family', 'seed', 'backend', ...groupNames].includes(key))
      problems.push(new Problem('unknownSetting', { path: key.slice(0, 80) }));
  }
  if (given.version !== undefined && given.version !== 1)
    problems.push(new Problem('configVersion', { found: showValue(given.version) }));

  let family: FamilyId = 'net';
  const known = familyIds.find((id) => id === given.family);
  if (known) family = known;
  else if (given.family !== undefined)
    problems.push(new Problem('unknownFamily', { found: showValue(given.family), options: familyIds.join(', ') }));

  const seedProblem =
    given.seed === undefined ? null : checkNumber({ min: 0, max: maxSeed, whole: true }, 'seed', given.seed);
  if (seedProblem) problems.push(seedProblem);

  const backend = backendChoices.find((id) => id === given.backend);
  if (given.backend !== undefined && !backend)
    problems.push(
      new Problem('settingNotOption', {
        path: 'backend',
        found: showValue(given.backend),
        options: backendChoices.join(', '),
      }),
    );

  const settings: SettingGroups = families[family].settings;
  const group = (name: GroupName) => readGroup(settings[name], name, given[name], problems);
  // Every field above is checked against the declarations that the type is derived from.
  const config = {
    version: 1,
    family,
    seed: given.seed === undefined || seedProblem ? 1 : given.seed,
    backend: backend ?? 'auto',
    data: group('data'),
    model: group('model'),
    train: group('train'),
  } as unknown as Config;
  return { config, problems };
}

/** What names no family, and so stays with the one it is about. */
interface SameFamily {
  readonly family?: never;
  readonly [field: string]: unknown;
}

/** The config in a value. @throws {Problem} naming the first faulty field. */
export function parseConfig(value: SameFamily): NetConfig;
export function parseConfig(value: unknown): Config;
export function parseConfig(value: unknown): Config {
  const { config, problems } = readConfig(value);
  if (problems[0]) throw problems[0];
  return config;
}

/** The defaults of a family; of Net where none is named. */
export function defaultConfig(): NetConfig;
export function defaultConfig<F extends FamilyId>(family: F): Extract<Config, { readonly family: F }>;
export function defaultConfig(family?: FamilyId): Config {
  return readConfig({ family }).config;
}

/**
 * A config with a patch laid over it. A patch that names another family starts from that family's defaults.
 * @throws {Problem} naming the first faulty field; the config given is never changed.
 */
export function patchConfig<C extends Config>(config: C, patch: SameFamily): C;
export function patchConfig(config: Config, patch: unknown): Config;
export function patchConfig(config: Config, patch: unknown): Config {
  if (!isRecord(patch)) throw new Problem('configNotObject', { found: showValue(patch) });
  const other = typeof patch.family === 'string' && patch.family !== config.family;
  const base = other ? { seed: config.seed, backend: config.backend } : config;
  return parseConfig(mergePatch(base, patch));
}

/** The config of a preset, keeping the seed and backend of the current one. @throws {Problem} for an unknown id. */
export function presetConfig(id: string, current: Config): Config {
  for (const family of familyIds) {
    const preset = families[family].presets.find((p) => p.id === id);
    if (preset) return parseConfig({ family, seed: current.seed, backend: current.backend, ...preset.patch });
  }
  const options = familyIds.flatMap((family) => families[family].presets.map((p) => p.id));
  throw new Problem('unknownPreset', { found: showValue(id), options: options.join(', ') });
}

/** `move`: the same run goes on, on another backend. */
export type ConfigChange = 'none' | 'live' | 'move' | 'rebuild';

/** What a change from one config to another asks for. */
export function changeBetween(before: Config, after: Config): ConfigChange {
  if (before.family !== after.family || before.seed !== after.seed) return 'rebuild';
  const settings: SettingGroups = families[after.family].settings;
  let change: ConfigChange = before.backend === after.backend ? 'none' : 'move';
  for (const name of groupNames) {
    for (const [key, setting] of Object.entries(settings[name])) {
      const a = (before[name] as Record<string, unknown>)[key];
      const b = (after[name] as Record<string, unknown>)[key];
      if (JSON.stringify(a) === JSON.stringify(b)) continue;
      if (setting.change === 'rebuild') return 'rebuild';
      if (change === 'none') change = 'live';
    }
  }
  return change;
}
