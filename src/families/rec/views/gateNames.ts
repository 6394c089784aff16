import type { Messages } from '../../../i18n/en';

/** What a gate is called. */
export function nameOfGate(gate: string, words: Messages['recView']): string {
  const names: Readonly<Record<string, string>> = words.gates;
  return names[gate] ?? gate;
}
