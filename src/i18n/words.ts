import type { GroupName } from '../config/setting';
import type { FamilyId, families } from '../families';

/** Words for one setting: its label, a short explanation, and its options where it has them. */
export interface SettingWords {
  readonly label: string;
  readonly help: string;
  readonly options?: Readonly<Record<string, string>>;
}

type OptionsOf<S> = S extends { readonly options: readonly (infer O extends string)[] }
  ? { readonly options: Readonly<Record<O, string>> }
  : object;

/** One entry for every setting of a group, with a word for every option: a missing one does not compile. */
export type GroupWords<G> = { readonly [K in keyof G]: SettingWords & OptionsOf<G[K]> };

export type FamilySettingWords = {
  readonly [F in FamilyId]: {
    readonly [N in GroupName]: GroupWords<(typeof families)[F]['settings'][N]>;
  };
};

export interface PresetWords {
  readonly title: string;
  readonly about: string;
}
