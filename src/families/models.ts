import type { Config, FamilyId } from '.';
import { netWork } from './net/work';
import type { MakeWork } from './work';

/** The worker side of each family. */
export const works = {
  net: netWork,
} satisfies Record<FamilyId, MakeWork<Config>>;
