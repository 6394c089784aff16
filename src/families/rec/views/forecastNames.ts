import type { Messages } from '../../../i18n/en';

/** What a line of the forecast, or a row of its scores, is called. */
export function nameOfForecast(name: string, words: Messages['recView']): string {
  const names: Readonly<Record<string, string>> = words.forecasts;
  return names[name] ?? name;
}
