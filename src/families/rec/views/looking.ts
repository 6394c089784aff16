import type { RecLook } from '../view';

/** What a person looks at, and how they ask for something else. */
export interface Looking {
  readonly look: RecLook;
  readonly onLook: (patch: Partial<RecLook>) => void;
}
