const paths = {
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M7 5.5h3.6v13H7zM13.4 5.5H17v13h-3.6z',
  step: 'M6 6.2v11.6l8.5-5.8zM16 6h2.4v12H16z',
  bolt: 'M13.5 3 5.5 13.5h6l-1 7.5 8-10.5h-6z',
  back: 'M14.5 6l-6 6 6 6',
  forward: 'M9.5 6l6 6-6 6',
  reset: 'M5.5 12a6.5 6.5 0 1 0 2-4.7M7.2 3.6v4h4',
  presets: 'M4.5 5h6v6h-6zM13.5 5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z',
  share:
    'M10 13.6a3.6 3.6 0 0 0 5.2 0l3-3a3.7 3.7 0 0 0-5.2-5.2l-1 1M14 10.4a3.6 3.6 0 0 0-5.2 0l-3 3a3.7 3.7 0 0 0 5.2 5.2l1-1',
  system: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.6v2M12 19.4v2M2.6 12h2M19.4 12h2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M5.3 18.7l1.5-1.5M17.2 6.8l1.5-1.5',
  dark: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  shuffle: 'M4 7h3l8 10h5M4 17h3l2.5-3M13 9.5 15 7h5M17.5 4.5 20 7l-2.5 2.5M17.5 14.5 20 17l-2.5 2.5',
  table: 'M4.5 5.5h15v13h-15zM4.5 10h15M10 10v8.5',
  warning: 'M12 4.5 20.5 19h-17zM12 10v4M12 16.6h.01',
} as const;
export type IconName = keyof typeof paths;

const solid: readonly IconName[] = ['play', 'pause', 'step'];

/** A drawn sign; its meaning is said by the button it stands on. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={solid.includes(name) ? 'icon solid' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={paths[name]} />
      {name === 'system' && <path className="half" d="M12 4a8 8 0 0 1 0 16z" />}
    </svg>
  );
}
