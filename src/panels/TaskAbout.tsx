import { usePlayground } from '../app/context';
import { useMessages } from '../i18n/useMessages';
import { isOwn } from './taskGroups';

/** The task in a sentence, and where its examples come from. */
export function TaskAbout() {
  const { panels, presets, settings } = useMessages();
  const task = usePlayground(({ config }) => (config.family === 'rec' ? config.data.dataset : null));
  if (!task) return null;
  const about = isOwn(task) ? panels.tasks.own[task] : presets[task === 'article' ? 'articleRec' : task]?.about;
  return (
    <p className="task-about">
      <b>{settings.rec.data.dataset.options[task]}</b>
      {about}
      {!isOwn(task) && task !== 'article' && <small>{panels.tasks.synthetic}</small>}
    </p>
  );
}
