import { usePopover } from '../../controls/usePopover';
import { type FamilyId, families } from '../../families';
import type { Preset } from '../../families/family';
import { useMessages } from '../../i18n/useMessages';
import { DatasetThumbnail } from '../../panels/DatasetThumbnail';
import { DistributionThumbnail } from '../../panels/DistributionThumbnail';
import { TaskThumbnail } from '../../panels/TaskThumbnail';
import { useController, usePlayground } from '../context';
import { Icon } from '../Icon';
import { attempt } from '../refusal';

/** What draws a preset's little picture, from the data it starts from. */
const thumbnails = { net: DatasetThumbnail, rec: TaskThumbnail, gen: DistributionThumbnail };

const datasetOf = (family: FamilyId, { patch }: Preset) =>
  String(patch.data?.dataset ?? families[family].settings.data.dataset.default);

export function PresetMenu() {
  const { app, presets } = useMessages();
  const controller = useController();
  const family = usePlayground((state) => state.config.family);
  const Thumbnail = thumbnails[family];
  const { trigger, panel, id } = usePopover();
  const choose = (preset: string) => {
    attempt(controller.preset(preset));
    // Closing gives the focus back to the menu's button, where Space would open it again instead of training.
    requestAnimationFrame(() => document.getElementById('view')?.focus({ preventScroll: true }));
  };
  return (
    <>
      <button type="button" className="quiet" {...trigger}>
        <Icon name="presets" size={16} />
        {app.presets}
      </button>
      <div className="popover presets" {...panel}>
        <p className="aside">{app.presetsHint}</p>
        <ul>
          {families[family].presets.map((preset) => (
            <li key={preset.id}>
              <button type="button" popoverTarget={id} popoverTargetAction="hide" onClick={() => choose(preset.id)}>
                <Thumbnail dataset={datasetOf(family, preset)} />
                <span>
                  <b>{presets[preset.id]?.title ?? preset.id}</b>
                  <small>{presets[preset.id]?.about}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
