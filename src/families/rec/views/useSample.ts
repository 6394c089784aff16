import { useState } from 'react';
import type { RecFrame } from '../view';
import { appendSaid, emptySample } from './sample';

type TextFrame = RecFrame & { readonly kind: 'text' };

/** The sample that the pieces of all frames so far make; each frame counts once. */
export function useSample(frame: TextFrame) {
  const [state, setState] = useState<{ readonly frame: TextFrame | null; readonly sample: typeof emptySample }>({
    frame: null,
    sample: emptySample,
  });
  if (state.frame === frame) return state.sample;
  const sample = appendSaid(state.sample, frame.said, frame.fresh);
  setState({ frame, sample });
  return sample;
}
