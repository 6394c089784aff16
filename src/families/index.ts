import type { GroupValues, SettingGroups } from '../config/setting';
import { backendIds } from '../training/names';
import type { Preset } from './family';
import * as gen from './gen/config';
import * as net from './net/config';
import * as rec from './rec/config';

/** What both sides of the glass know of each family. One line here adds a family. */
export const families = {
  net: { settings: net.settings, presets: net.presets, tableDefaults: net.tableDefaults },
  rec: { settings: rec.settings, presets: rec.presets, tableDefaults: rec.fileDefaults.table },
  gen: { settings: gen.settings, presets: gen.presets },
} satisfies Record<string, { settings: SettingGroups; presets: readonly Preset[]; tableDefaults?: Preset['patch'] }>;

export type FamilyId = keyof typeof families;
export const familyIds = Object.keys(families) as readonly FamilyId[];

export const backendChoices = ['auto', ...backendIds] as const;
export type BackendChoice = (typeof backendChoices)[number];

type ConfigOf<F extends FamilyId> = {
  readonly [G in keyof (typeof families)[F]['settings']]: GroupValues<(typeof families)[F]['settings'][G]>;
} & {
  readonly version: 1;
  readonly family: F;
  readonly seed: number;
  readonly backend: BackendChoice;
};

export type NetConfig = ConfigOf<'net'>;
export type RecConfig = ConfigOf<'rec'>;
export type GenConfig = ConfigOf<'gen'>;
/** The one value that decides a run. */
export type Config = NetConfig | RecConfig | GenConfig;
