import type { GroupName } from '../config/setting';
import type { FamilyId } from '../families';
import type { Messages } from '../i18n/en';
import type { SettingWords } from '../i18n/words';

/** The words for a setting that is known by its name. */
export function settingWords(messages: Messages, family: FamilyId, group: GroupName, name: string): SettingWords {
  const words: Readonly<Record<string, SettingWords>> = messages.settings[family][group];
  return words[name] ?? { label: name, help: '' };
}
