import type { GroupName, Setting } from '../config/setting';
import type { SettingWords } from '../i18n/words';

/** What every control needs to know of its setting. */
export interface ControlProps<S extends Setting> {
  readonly group: GroupName;
  readonly name: string;
  readonly words: SettingWords;
  readonly setting: S;
}
