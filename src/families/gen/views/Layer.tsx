import type { ReactNode } from 'react';
import type { LayerName } from './layers';
import { type StageName, stages } from './stages';

export interface Showing {
  readonly hidden: ReadonlySet<LayerName>;
  readonly stage: StageName | null;
}

interface Props extends Showing {
  readonly name: LayerName;
  readonly children: ReactNode;
}

/** A part of the picture, unless it was switched off; in slow motion it stands back where the stage is about others. */
export function Layer({ name, hidden, stage, children }: Props) {
  const about = stage === null || stages[stage].about.includes(name);
  if (stage === null ? hidden.has(name) : !about && hidden.has(name)) return null;
  return (
    <div className="gen-layer" data-layer={name} data-back={about ? undefined : true}>
      {children}
    </div>
  );
}
