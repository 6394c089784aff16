import { useEffect } from 'react';
import { openHelp } from './header/HelpDialog';
import { useTraining } from './useTraining';

const takesText = 'textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
/** What Space presses by itself. */
const takesSpace = `${takesText}, button, summary, a, input:not([type=range])`;

/** Space, S, R and ? wherever they are not being typed. */
export function useShortcuts(): void {
  const training = useTraining();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(key === ' ' ? takesSpace : takesText)) return;
      if (document.querySelector('dialog[open]')) return;
      if (key === ' ') training.toggle();
      else if (key === 's' || key === 'S') training.step();
      else if (key === 'r' || key === 'R') training.reset();
      else if (key === '?') openHelp();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [training]);
}
