/** Something that was repaired or left out of sequences, or that should be known of them; shown beside training. */
export type SequenceNote =
  /** There are no more different examples than these. */
  | { readonly kind: 'fewerExamples'; readonly asked: number; readonly count: number }
  /** Of a long text, `taken` of its `size` MB were read, in pieces from all over it. */
  | { readonly kind: 'sampledText'; readonly size: number; readonly taken: number }
  /** Rare symbols that stand as one. */
  | { readonly kind: 'rareSymbols'; readonly count: number; readonly kept: number }
  /** Lines, or sequences, that are longer than the window; only their first steps are used. */
  | { readonly kind: 'longLines' | 'longSequences'; readonly count: number; readonly window: number }
  /** The text or the series allows no longer window. */
  | { readonly kind: 'shorterWindow'; readonly asked: number; readonly window: number }
  /** The split leaves nothing to test on. */
  | { readonly kind: 'noTest' }
  /** How the rows were put in order, and told apart where `key` is not ''. */
  | { readonly kind: 'timeColumn'; readonly columns: string; readonly key: string; readonly series: number }
  /** No column tells the time: rows are taken in the order of the file. */
  | { readonly kind: 'noTime' }
  | { readonly kind: 'sortedRows' }
  /** Rows with a time that another row of the same series has: their values were averaged. */
  | { readonly kind: 'repeatedTimes'; readonly count: number }
  /** Rows whose time cannot be read. */
  | { readonly kind: 'droppedTimes'; readonly column: string; readonly count: number }
  /** Missing months that were filled in with the values before. */
  | { readonly kind: 'filledGaps'; readonly count: number }
  /** Long pauses between rows that are taken as one step. */
  | { readonly kind: 'gaps'; readonly count: number }
  /** Blank cells that took the value before; at the start of a series, rows left out. */
  | { readonly kind: 'carriedForward'; readonly column: string; readonly count: number }
  /** An input column with one value throughout the past. */
  | { readonly kind: 'constantColumn'; readonly column: string }
  /** Series too short to make a single example. */
  | { readonly kind: 'shortSeries'; readonly count: number; readonly rows: number }
  /** Sequences left out because their label is blank or changes on the way. */
  | { readonly kind: 'unclearLabels'; readonly count: number };
