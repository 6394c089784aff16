import { usePlayground } from '../app/context';
import type { GroupName, SettingGroups } from '../config/setting';
import { SettingControl } from '../controls/SettingControl';
import { settingWords } from '../controls/settingWords';
import { families } from '../families';
import { useMessages } from '../i18n/useMessages';

interface SettingListProps {
  readonly group: GroupName;
  /** Settings that the panel draws in its own way or place. */
  readonly except?: readonly string[];
  readonly only?: readonly string[];
  /** By setting: options that have no meaning for the present data. */
  readonly unavailable?: Readonly<Record<string, readonly string[]>>;
}

/** The controls of a group, drawn from the family's declarations; rarely needed ones fold under “More”. */
export function SettingList({ group, except = [], only, unavailable = {} }: SettingListProps) {
  const messages = useMessages();
  const config = usePlayground((state) => state.config);
  const settings: SettingGroups = families[config.family].settings;
  const shown = Object.entries(settings[group]).filter(
    ([name, setting]) => !except.includes(name) && (only?.includes(name) ?? true) && (setting.shown?.(config) ?? true),
  );
  const draw = (advanced: boolean) =>
    shown
      .filter(([, setting]) => (setting.advanced ?? false) === advanced)
      .map(([name, setting]) => (
        <SettingControl
          key={name}
          group={group}
          name={name}
          words={settingWords(messages, config.family, group, name)}
          setting={setting}
          unavailable={unavailable[name]}
        />
      ));
  const more = draw(true);
  return (
    <>
      {draw(false)}
      {more.length > 0 && (
        <details className="more">
          <summary>{messages.panels.more}</summary>
          {more}
        </details>
      )}
    </>
  );
}
