import { useMemo } from 'react';
import { playgroundStore } from '../store/playground';
import { useController } from './context';
import { attempt } from './refusal';

/**
 * What the transport's buttons and the keys do. While a run is being built there is nothing to do it to, but the
 * buttons keep the focus: they are not disabled, they wait.
 */
export function useTraining() {
  const controller = useController();
  return useMemo(() => {
    const phase = () => playgroundStore.getState().phase;
    const play = async () => {
      try {
        await controller.play();
      } catch (error) {
        // A run that failed while it trained has said so already.
        if (phase() !== 'failed') throw error;
      }
    };
    const stepOnce = async () => {
      if (phase() === 'training') await controller.pause();
      await controller.step();
    };
    const unlessLoading = (start: () => Promise<void>) => () => {
      if (phase() !== 'loading') attempt(start());
    };
    return {
      toggle: unlessLoading(() => (phase() === 'training' ? controller.pause() : play())),
      step: unlessLoading(stepOnce),
      reset: unlessLoading(() => controller.reset()),
    };
  }, [controller]);
}
