import type { RunDescription } from '../worker/protocol';

/** What columns of a table are to a run: named by the settings, or found. */
export interface ColumnRoles {
  readonly target?: string;
  /** One column, or several divided by commas. */
  readonly time?: string;
  readonly key?: string;
}

/** The parts that the columns of the table `name` have in a run of Rec; none where the run is about something else. */
export function columnRoles(run: RunDescription | null, name: string): ColumnRoles {
  if (run?.config.family !== 'rec' || !('task' in run.info) || run.info.name !== name) return {};
  const { output } = run.info;
  const order = run.notes.find((note) => note.kind === 'timeColumn');
  return {
    ...(output.kind !== 'symbols' && { target: output.name }),
    ...(order && { time: order.columns }),
    ...(order?.key && { key: order.key }),
  };
}
