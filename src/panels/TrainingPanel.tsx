import { usePlayground } from '../app/context';
import { useMessages } from '../i18n/useMessages';
import { Panel } from './Panel';
import { SchedulePreview } from './SchedulePreview';
import { SettingList } from './SettingList';

const rate = ['learningRate', 'batchSize', 'optimizer', 'schedule', 'scheduleSteps', 'finalShare'];

/** How it learns. */
export function TrainingPanel() {
  const { panels } = useMessages();
  const scheduled = usePlayground(({ config }) => config.train.schedule !== 'constant' || config.train.warmupSteps > 0);
  return (
    <Panel id="train" title={panels.train}>
      <SettingList group="train" only={rate} />
      {scheduled && <SchedulePreview />}
      <SettingList group="train" except={rate} />
    </Panel>
  );
}
