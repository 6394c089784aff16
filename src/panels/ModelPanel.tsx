import { usePlayground } from '../app/context';
import { formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { Panel } from './Panel';
import { SettingList } from './SettingList';

/** What learns. */
export function ModelPanel() {
  const { panels } = useMessages();
  const parameters = usePlayground((state) => state.run?.parameters);
  const hint = parameters !== undefined && formatMessage(panels.modelSize, { count: formatSteps(parameters) });
  return (
    <Panel id="model" title={panels.model} hint={hint}>
      <SettingList group="model" />
    </Panel>
  );
}
