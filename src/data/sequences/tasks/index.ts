import { addition } from './addition';
import { article } from './article';
import { brackets } from './brackets';
import { copy } from './copy';
import { names } from './names';
import { nested } from './nested';
import { parity } from './parity';
import { price } from './price';
import { recall } from './recall';
import { reverse } from './reverse';
import { season } from './season';
import { sequences } from './sequences';
import { sort } from './sort';
import { strokes } from './strokes';
import { sums } from './sums';
import { table } from './table';
import type { SequenceTask } from './task';
import { text } from './text';
import { tones } from './tones';
import { verse } from './verse';
import { verseChinese } from './verseChinese';
import { waves } from './waves';

/** Ids of the tasks, in the order the Data panel shows them; the last three read what a person brings. */
export const sequenceTaskIds = [
  'names',
  'sums',
  'nested',
  'verse',
  'verseChinese',
  'addition',
  'parity',
  'copy',
  'reverse',
  'sort',
  'brackets',
  'recall',
  'waves',
  'season',
  'price',
  'tones',
  'strokes',
  'article',
  'text',
  'table',
  'sequences',
] as const;
export type SequenceTaskId = (typeof sequenceTaskIds)[number];

/** The tasks by id. */
export const sequenceTasks: Readonly<Record<SequenceTaskId, SequenceTask>> = {
  names,
  sums,
  nested,
  verse,
  verseChinese,
  addition,
  parity,
  copy,
  reverse,
  sort,
  brackets,
  recall,
  waves,
  season,
  price,
  tones,
  strokes,
  article,
  text,
  table,
  sequences,
};
