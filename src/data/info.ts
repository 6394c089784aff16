/**
 * What prediction needs to know about the data: how raw inputs become network inputs, and what the outputs
 * mean. Plain JSON: it is the `data` field of a weights file.
 */

export const featureNames = ['x', 'y', 'x2', 'y2', 'xy', 'sinX', 'sinY'] as const;
/** Inputs computed from a point: x, y, x², y², xy, sin x, sin y. */
export type FeatureName = (typeof featureNames)[number];

export interface NumberColumn {
  readonly name: string;
  readonly type: 'number';
  /** Mean and standard deviation over the training rows; network inputs are (value − mean) / deviation. */
  readonly mean: number;
  readonly deviation: number;
  /** What stands in for a blank: the median of the training rows. */
  readonly fill: number;
}

export interface CategoryColumn {
  readonly name: string;
  readonly type: 'category';
  /** One network input each; a value that is not among them sets none. */
  readonly categories: readonly string[];
  /** What stands in for a blank: the most frequent category of the training rows. */
  readonly fill: string;
}

export type InputColumn = NumberColumn | CategoryColumn;

export type InputInfo =
  | {
      readonly kind: 'points';
      /** Names of the raw coordinates: ['x'] or ['x', 'y']. */
      readonly coordinates: readonly string[];
      readonly features: readonly FeatureName[];
      /** Every coordinate is drawn between −extent and extent. */
      readonly extent: number;
    }
  | { readonly kind: 'columns'; readonly columns: readonly InputColumn[] };

export type TargetInfo =
  | {
      /** Two classes take one logit, more take one each. */
      readonly kind: 'classes';
      readonly name: string;
      readonly classes: readonly string[];
    }
  | {
      readonly kind: 'numbers';
      readonly names: readonly string[];
      /** Per output: targets are trained on as (value − mean) / deviation. */
      readonly mean: readonly number[];
      readonly deviation: readonly number[];
    };

export interface DataInfo {
  /** Id of the built-in set, or the file's name. */
  readonly name: string;
  /** Number of rows or points before the split. */
  readonly rows: number;
  readonly inputs: InputInfo;
  readonly target: TargetInfo;
}

/** Number of network inputs. */
export function inputWidth({ inputs }: DataInfo): number {
  if (inputs.kind === 'points') return inputs.features.length;
  return inputs.columns.reduce((sum, c) => sum + (c.type === 'number' ? 1 : c.categories.length), 0);
}

/** Number of network outputs (logits for classes). */
export function outputWidth({ target }: DataInfo): number {
  if (target.kind === 'numbers') return target.names.length;
  return target.classes.length === 2 ? 1 : target.classes.length;
}
