import './tasks.css';
import { type CSSProperties, useId } from 'react';
import { useController, usePlayground } from '../app/context';
import { attempt } from '../app/refusal';
import type { SequenceTaskId } from '../data/sequences/tasks';
import { useMessages } from '../i18n/useMessages';
import { playgroundStore } from '../store/playground';
import { tableConfig } from '../store/tableConfig';
import { taskConfig } from '../store/taskConfig';
import { textConfig } from '../store/textConfig';
import { TaskThumbnail } from './TaskThumbnail';
import { type TaskGroup, taskGroupNames, taskGroups } from './taskGroups';

/** Columns that a group takes of the five. */
const spans: Readonly<Record<TaskGroup, number>> = { text: 5, puzzles: 5, series: 3, sequences: 2, article: 2, own: 3 };

interface TaskGalleryProps {
  onNeedText(): void;
  onNeedTable(): void;
}

/** A picture of every task to choose from; those of one's own ask for a text or a table as long as there is none. */
export function TaskGallery({ onNeedText, onNeedTable }: TaskGalleryProps) {
  const { panels, settings } = useMessages();
  const controller = useController();
  const id = useId();
  const dataset = usePlayground((state) => state.config.data.dataset);
  const words = settings.rec.data.dataset;

  const choose = (task: SequenceTaskId) => {
    const { config, table, text } = playgroundStore.getState();
    if (config.family !== 'rec' || task === dataset) return;
    if (task === 'text') {
      if (text) attempt(controller.configure(textConfig(config, text)));
      else onNeedText();
    } else if (task === 'table' || task === 'sequences') {
      if (table) attempt(controller.configure(tableConfig(config, table, undefined, task)));
      else onNeedTable();
    } else attempt(controller.configure(taskConfig(config, task)));
  };

  return (
    <div className="tasks" role="group" aria-label={words.label}>
      {taskGroupNames.map((group) => (
        <div key={group} className="task-group" style={{ '--span': spans[group] } as CSSProperties}>
          <h3 id={`${id}${group}`}>{panels.tasks.groups[group]}</h3>
          <ul className="gallery" aria-labelledby={`${id}${group}`}>
            {taskGroups[group].map((task) => (
              <li key={task}>
                <button
                  type="button"
                  aria-label={words.options[task]}
                  aria-pressed={task === dataset}
                  title={words.options[task]}
                  onClick={() => choose(task)}
                >
                  <TaskThumbnail dataset={task} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
