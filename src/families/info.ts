import type { RawRow } from '../data/dataset';
import type { PictureNote } from '../data/images/note';
import { type ImitatedInfo, imitatedWidth, rowNames } from '../data/imitated/info';
import type { DataInfo } from '../data/info';
import type { DataNote } from '../data/note';
import type { RawSequence } from '../data/sequences/encode';
import type { SequenceInfo } from '../data/sequences/info';
import type { SequenceNote } from '../data/sequences/note';

/** What prediction needs to know of the data: the `data` field of a weights file. */
export type Info = DataInfo | SequenceInfo | ImitatedInfo;
/** What was repaired or left out of the data, or should be known of it. */
export type Note = DataNote | SequenceNote | PictureNote;

/** One raw input: cells or coordinates, or a sequence. */
export type RawInput = RawRow | RawSequence;
/** What is answered to it: numbers, or what was written. */
export type Answer = readonly number[] | string;

export const isRows = (info: Info): info is DataInfo => 'inputs' in info;
export const isSequences = (info: Info): info is SequenceInfo => 'task' in info;
export const isImitated = (info: Info): info is ImitatedInfo => 'imitates' in info;

/** Keys of the series that are forecast, in their order; one '' where there is one alone, none where nothing is. */
export const seriesKeys = (info: Info): readonly string[] =>
  isSequences(info) && info.output.kind === 'numbers' ? info.output.scales.map(({ key }) => key) : [];

/** Names that tell tables apart. */
const mostNamed = 100;

/** What a picture of the outputs depends on. */
export const outputsOf = (info: Info): string =>
  JSON.stringify(
    isSequences(info)
      ? [info.task, info.output]
      : isImitated(info)
        ? [info.imitates, imitatedWidth(info), 'extent' in info ? info.extent : rowNames(info).slice(0, mostNamed)]
        : info.target,
  );

/** What is missing where weights came without what they were trained on. */
export function sourceMissing(info: Info): 'textMissing' | 'tableMissing' | 'picturesMissing' {
  if (isImitated(info) && info.imitates === 'pictures') return 'picturesMissing';
  return isSequences(info) && info.task === 'characters' ? 'textMissing' : 'tableMissing';
}
