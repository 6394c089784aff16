import { type Config, families } from '../families';
import type { Problem } from '../problem';
import { defaultConfig, readConfig } from './gate';
import { groupNames, type Setting, type SettingGroups } from './setting';

/**
 * The config as the fragment of a link: `#data.dataset=circle&train.learningRate=0.03`. It carries what
 * differs from the family's defaults, and as a fragment it never leaves the browser.
 */

function encodeValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The value a text stands for; what cannot be read is passed on as text, for the gate to refuse. */
function decodeValue(setting: Setting, text: string): unknown {
  switch (setting.kind) {
    case 'number':
      return text.trim() === '' ? text : Number(text);
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'widths':
      return text === '' ? [] : text.split(',').map(Number);
    case 'subset':
      return text.split(',');
    case 'columns':
      return parseJson(text);
    case 'choice':
    case 'text':
      return text;
  }
}

/** The link fragment of a config, without `#`; empty for the defaults. */
export function encodeUrl(config: Config): string {
  const defaults = defaultConfig(config.family);
  const query = new URLSearchParams();
  if (config.family !== 'net') query.set('family', config.family);
  for (const group of groupNames) {
    for (const [key, value] of Object.entries(config[group])) {
      const standard = (defaults[group] as Record<string, unknown>)[key];
      if (JSON.stringify(value) !== JSON.stringify(standard)) query.set(`${group}.${key}`, encodeValue(value));
    }
  }
  if (config.seed !== defaults.seed) query.set('seed', String(config.seed));
  if (config.backend !== defaults.backend) query.set('backend', config.backend);
  // Commas are legal in a fragment and read better as they are.
  return query.toString().replaceAll('%2C', ',');
}

/** The config of a link fragment, defaults in place of what is malformed, and what was malformed. Never throws. */
export function decodeUrl(fragment: string): { config: Config; problems: Problem[] } {
  const query = new URLSearchParams(fragment.replace(/^#/, ''));
  const family = query.get('family') ?? 'net';
  const settings: SettingGroups = Object.hasOwn(families, family)
    ? families[family as Config['family']].settings
    : families.net.settings;
  const groups: Record<string, Record<string, unknown>> = { data: {}, model: {}, train: {} };
  const top = new Map<string, unknown>();
  for (const [path, text] of query) {
    const dot = path.indexOf('.');
    const [group, key] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
    const declared = groupNames.find((name) => name === group);
    const setting = declared && Object.hasOwn(settings[declared], key) ? settings[declared][key] : undefined;
    if (declared && setting) (groups[declared] as Record<string, unknown>)[key] = decodeValue(setting, text);
    else if (path === 'seed') top.set(path, text === '' ? text : Number(text));
    else top.set(path, text);
  }
  return readConfig({ ...groups, ...Object.fromEntries(top) });
}
