import { usePopover } from '../../controls/usePopover';
import { families } from '../../families';
import { useMessages } from '../../i18n/useMessages';
import { DatasetThumbnail } from '../../panels/DatasetThumbnail';
import { useController, usePlayground } from '../context';
import { Icon } from '../Icon';
import { attempt } from '../refusal';

/** The dataset a preset starts from, for its little picture. */
const datasetOf = (preset: { readonly patch: { readonly data?: Readonly<Record<string, unknown>> } }) =>
  String(preset.patch.data?.dataset ?? families.net.settings.data.dataset.default);

export function PresetMenu() {
  const { app, presets } = useMessages();
  const controller = useController();
  const family = usePlayground((state) => state.config.family);
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
                <DatasetThumbnail dataset={datasetOf(preset)} />
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
