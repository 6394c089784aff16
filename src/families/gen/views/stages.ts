import type { LayerName } from './layers';

/** What happens in a step, one after the other. */
export const stageNames = ['noise', 'make', 'judge', 'discriminator', 'arrows', 'generator'] as const;
export type StageName = (typeof stageNames)[number];

interface Stage {
  /** Parts of the picture that it is about; the others stand back. */
  readonly about: readonly LayerName[];
  /** Who learns in it. */
  readonly learns?: 'discriminator' | 'generator';
}

export const stages: Readonly<Record<StageName, Stage>> = {
  noise: { about: ['generated', 'manifold'] },
  make: { about: ['generated', 'manifold'] },
  judge: { about: ['real', 'generated', 'map'] },
  discriminator: { about: ['real', 'generated', 'map'], learns: 'discriminator' },
  arrows: { about: ['generated', 'map', 'arrows'] },
  generator: { about: ['generated', 'manifold', 'arrows'], learns: 'generator' },
};

/** The stage that follows; after the last all begins anew. */
export const stageAfter = (stage: StageName): StageName =>
  stageNames[(stageNames.indexOf(stage) + 1) % stageNames.length] as StageName;

/** Milliseconds in which points go to where the stage has them: slowly where noise becomes points. */
export function glideOf(stage: StageName | null): number {
  if (stage === 'make') return 2200;
  return stage === 'generator' ? 700 : 0;
}
