import type { SequenceTaskId } from '../data/sequences/tasks';

/** The tasks of Rec as the panel groups them. */
export const taskGroups = {
  text: ['names', 'sums', 'nested', 'verse', 'verseChinese'],
  puzzles: ['addition', 'parity', 'copy', 'reverse', 'sort', 'brackets', 'recall'],
  series: ['waves', 'season', 'price'],
  sequences: ['tones', 'strokes'],
  article: ['article'],
  own: ['text', 'table', 'sequences'],
} as const satisfies Readonly<Record<string, readonly SequenceTaskId[]>>;

export type TaskGroup = keyof typeof taskGroups;
export const taskGroupNames = Object.keys(taskGroups) as readonly TaskGroup[];

export type OwnTask = (typeof taskGroups)['own'][number];
export const isOwn = (task: SequenceTaskId): task is OwnTask => taskGroups.own.some((own) => own === task);
