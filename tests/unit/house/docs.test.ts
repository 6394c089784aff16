import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupNames, type SettingGroups } from '../../../src/config/setting';
import { families, familyIds } from '../../../src/families';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

describe('the scripting page', () => {
  const page = read('docs/scripting.md');
  const title = { net: 'Net', rec: 'Rec', gen: 'Gen' } as const;

  it.each(familyIds)('lists every setting of %s with its default and its options', (family) => {
    const settings: SettingGroups = families[family].settings;
    const section = page.split(/^## /m).find((part) => part.startsWith(`Settings of ${title[family]}\n`)) ?? '';
    for (const group of groupNames) {
      for (const [key, setting] of Object.entries(settings[group])) {
        const row = section.split('\n').find((line) => line.startsWith(`| \`${group}.${key}\``));
        expect(row, `${group}.${key}`).toMatch(new RegExp(`\\| ${setting.change} +\\|$`));
        expect(row).toContain(`\`${JSON.stringify(setting.default)}\``);
        if ('options' in setting) for (const option of setting.options) expect(row).toContain(`\`${option}\``);
      }
    }
  });
});

describe('the README', () => {
  const readme = read('README.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('names no script that does not exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name ?? '');
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
