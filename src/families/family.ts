import type { DeepPartial } from '../config/patch';

/** A named starting point: the family's defaults with a patch laid over them. */
export interface Preset {
  readonly id: string;
  readonly patch: DeepPartial<{
    data: Record<string, unknown>;
    model: Record<string, unknown>;
    train: Record<string, unknown>;
  }>;
}
