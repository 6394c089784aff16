import type { NumberSetting } from '../config/setting';

/** A number as it is typed: no groups, no unit. */
export function editableText({ unit }: Pick<NumberSetting, 'unit'>, value: number): string {
  const shown = Number((unit === 'percent' ? value * 100 : value).toPrecision(10));
  return shown !== 0 && Math.abs(shown) < 1e-4 ? shown.toExponential() : String(shown);
}

/** A number as it is shown beside its label. */
export function settingText(setting: Pick<NumberSetting, 'unit' | 'whole'>, value: number): string {
  if (setting.unit === 'percent') return `${editableText(setting, value)}\u202f%`;
  return setting.whole ? value.toLocaleString('en') : editableText(setting, value);
}

/** The number in what was typed, or the text itself where there is none. */
export function parseNumberText({ unit }: Pick<NumberSetting, 'unit'>, text: string): number | string {
  const bare = text
    .trim()
    .replace(/\s*%$/, '')
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(',', '.');
  const value = bare === '' ? Number.NaN : Number(bare);
  if (Number.isNaN(value)) return text;
  return unit === 'percent' ? Number((value / 100).toPrecision(10)) : value;
}
