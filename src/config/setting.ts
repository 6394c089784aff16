/**
 * A setting is declared once, here in data, and everything else is drawn from the declaration: the control
 * in its panel, validation, the URL key, the type of the config, and whether a change keeps the weights.
 */

/** `live`: applied between two steps, weights kept. `rebuild`: a new model or new data. */
export type Change = 'live' | 'rebuild';

/** What the `shown` predicates look at; every family's config fits it. */
export interface ConfigLike {
  readonly data: Readonly<Record<string, unknown>>;
  readonly model: Readonly<Record<string, unknown>>;
  readonly train: Readonly<Record<string, unknown>>;
}

interface Common<T> {
  readonly default: T;
  readonly change: Change;
  /** The panel hides the control while this is false; the value is kept. */
  readonly shown?: (config: ConfigLike) => boolean;
  /** Folded away under "More" in its panel until asked for. */
  readonly advanced?: boolean;
}

export interface NumberSetting extends Common<number> {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** How a slider moves: in equal differences or in equal ratios. */
  readonly scale: 'linear' | 'log';
  /** On a log scale that starts at 0: the smallest value above it. The slider's left end is 0. */
  readonly smallest?: number;
  readonly unit?: 'percent';
  readonly whole?: boolean;
}

export interface FlagSetting extends Common<boolean> {
  readonly kind: 'flag';
}

export interface ChoiceSetting<O extends string = string> extends Common<O> {
  readonly kind: 'choice';
  readonly options: readonly O[];
}

/** Any non-empty subset of the options, kept in the order of the options. */
export interface SubsetSetting<O extends string = string> extends Common<readonly O[]> {
  readonly kind: 'subset';
  readonly options: readonly O[];
}

/** Widths of a stack of layers. */
export interface WidthsSetting extends Common<readonly number[]> {
  readonly kind: 'widths';
  /** 0 where it is not given. */
  readonly minLayers?: number;
  readonly maxLayers: number;
  readonly maxWidth: number;
}

export interface TextSetting extends Common<string> {
  readonly kind: 'text';
  /** What of a table it names: the columns to predict, or a column that has some other part. */
  readonly names: 'targets' | 'column';
  readonly maxLength: number;
}

/** Column name → one of the options; a column that is not named takes the detected type. */
export interface ColumnsSetting<O extends string = string> extends Common<Readonly<Record<string, O>>> {
  readonly kind: 'columns';
  readonly options: readonly O[];
}

export type Setting =
  | NumberSetting
  | FlagSetting
  | ChoiceSetting
  | SubsetSetting
  | WidthsSetting
  | TextSetting
  | ColumnsSetting;

export type SettingGroup = Readonly<Record<string, Setting>>;

/** The three groups of a family, one panel each. */
export interface SettingGroups {
  readonly data: SettingGroup;
  readonly model: SettingGroup;
  readonly train: SettingGroup;
}

export const groupNames = ['data', 'model', 'train'] as const;
export type GroupName = (typeof groupNames)[number];

export type ValueOf<S> = S extends { kind: 'number' }
  ? number
  : S extends { kind: 'flag' }
    ? boolean
    : S extends { kind: 'choice'; options: readonly (infer O)[] }
      ? O
      : S extends { kind: 'subset'; options: readonly (infer O)[] }
        ? readonly O[]
        : S extends { kind: 'widths' }
          ? readonly number[]
          : S extends { kind: 'text' }
            ? string
            : S extends { kind: 'columns'; options: readonly (infer O extends string)[] }
              ? Readonly<Record<string, O>>
              : never;

export type GroupValues<G> = { readonly [K in keyof G]: ValueOf<G[K]> };

type Declared<S extends { kind: string }> = Omit<S, 'kind'>;

export const number = (setting: Declared<NumberSetting>): NumberSetting => ({ kind: 'number', ...setting });
export const flag = (setting: Declared<FlagSetting>): FlagSetting => ({ kind: 'flag', ...setting });
export const choice = <const O extends string>(setting: Declared<ChoiceSetting<O>>): ChoiceSetting<O> => ({
  kind: 'choice',
  ...setting,
});
export const subset = <const O extends string>(setting: Declared<SubsetSetting<O>>): SubsetSetting<O> => ({
  kind: 'subset',
  ...setting,
});
export const widths = (setting: Declared<WidthsSetting>): WidthsSetting => ({ kind: 'widths', ...setting });
export const text = (setting: Declared<TextSetting>): TextSetting => ({ kind: 'text', ...setting });
export const columns = <const O extends string>(setting: Declared<ColumnsSetting<O>>): ColumnsSetting<O> => ({
  kind: 'columns',
  ...setting,
});
