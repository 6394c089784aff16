import type { GroupName, Setting } from '../config/setting';
import type { SettingWords } from '../i18n/words';
import { ChoiceControl } from './ChoiceControl';
import { ColumnControl } from './ColumnControl';
import { ColumnsControl } from './ColumnsControl';
import { FlagControl } from './FlagControl';
import { NumberControl } from './NumberControl';
import { SubsetControl } from './SubsetControl';
import { TargetControl } from './TargetControl';
import { WidthsControl } from './WidthsControl';

interface SettingControlProps {
  readonly group: GroupName;
  readonly name: string;
  readonly words: SettingWords;
  readonly setting: Setting;
  /** Options that have no meaning for the present data. */
  readonly unavailable?: readonly string[] | undefined;
}

/** The control for a setting, chosen by the setting's kind. */
export function SettingControl({ group, name, words, setting, unavailable = [] }: SettingControlProps) {
  const common = { group, name, words };
  switch (setting.kind) {
    case 'number':
      return <NumberControl {...common} setting={setting} />;
    case 'flag':
      return <FlagControl {...common} setting={setting} />;
    case 'choice':
      return <ChoiceControl {...common} setting={setting} />;
    case 'subset':
      return <SubsetControl {...common} setting={setting} unavailable={unavailable} />;
    case 'widths':
      return <WidthsControl {...common} setting={setting} />;
    case 'text':
      return setting.names === 'column' ? (
        <ColumnControl {...common} setting={setting} />
      ) : (
        <TargetControl {...common} setting={setting} />
      );
    case 'columns':
      return <ColumnsControl {...common} setting={setting} />;
  }
}
