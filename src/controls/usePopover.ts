import { type ToggleEvent, useId, useRef } from 'react';

const margin = 8;
const gap = 6;

/** Puts a popover below its trigger, or above where there is more room; the style sheet keeps it within the sides. */
function place(trigger: HTMLElement, panel: HTMLElement) {
  const box = trigger.getBoundingClientRect();
  const above = box.top - gap - margin;
  const below = window.innerHeight - box.bottom - gap - margin;
  const down = below >= Math.min(320, above);
  panel.style.setProperty('--popover-x', `${box.left}px`);
  panel.style.top = down ? `${box.bottom + gap}px` : 'auto';
  panel.style.bottom = down ? 'auto' : `${window.innerHeight - box.top + gap}px`;
  panel.style.maxHeight = `${down ? below : above}px`;
}

/** A button and the native popover it opens: props to spread on each. */
export function usePopover() {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const watching = useRef<AbortController>(null);
  return {
    trigger: { ref: trigger, popoverTarget: id },
    panel: {
      id,
      popover: 'auto' as const,
      onBeforeToggle({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
        watching.current?.abort();
        if (newState !== 'open' || !trigger.current) return;
        const again = place.bind(null, trigger.current, currentTarget);
        again();
        watching.current = new AbortController();
        const { signal } = watching.current;
        window.addEventListener('resize', again, { signal });
        window.addEventListener('scroll', again, { signal, capture: true, passive: true });
      },
    },
    /** Id of the panel, for buttons inside it that close it. */
    id,
  };
}
