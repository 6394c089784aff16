import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Controller } from '../store/controller';
import { type PlaygroundState, playgroundStore } from '../store/playground';

const ControllerContext = createContext<Controller | null>(null);
export const ControllerProvider = ControllerContext.Provider;

/** The actions that buttons call; the same that `window.playground` calls. */
export function useController(): Controller {
  const controller = use(ControllerContext);
  if (!controller) throw new Error('useController is used outside ControllerProvider');
  return controller;
}

/** A part of the page's state; renders again when that part changes. */
export function usePlayground<T>(select: (state: PlaygroundState) => T): T {
  return useStore(playgroundStore, select);
}
