import './tasks.css';
import { usePlayground } from '../app/context';
import { families } from '../families';
import { useMessages } from '../i18n/useMessages';
import { DistributionGallery } from './DistributionGallery';
import { SettingList } from './SettingList';

/** Gen imitates distributions. */
export function GenData() {
  const { presets, settings } = useMessages();
  const dataset = usePlayground(({ config }) => (config.family === 'gen' ? config.data.dataset : null));
  const preset = families.gen.presets.find(({ patch }) => patch.data?.dataset === dataset);
  return (
    <>
      <DistributionGallery />
      {dataset && (
        <p className="task-about">
          <b>{settings.gen.data.dataset.options[dataset]}</b>
          {preset && presets[preset.id]?.about}
        </p>
      )}
      <SettingList group="data" except={['dataset']} />
    </>
  );
}
