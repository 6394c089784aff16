import { cssColour } from '../../../canvas/colour';
import { classColourCount, type ThemeColours } from '../../../canvas/themeColours';

/** How a line of a chart is told from the others: never by its colour alone. */
export interface LineSign {
  /** A colour of the theme, or the place of a class's colour. */
  readonly colour: 'soft' | 'ink' | 'warm' | 'test' | number;
  readonly dash: readonly number[];
  readonly width: number;
  /** Whether its steps are marked: filled or hollow. */
  readonly dots?: 'filled' | 'hollow';
}

const known: Readonly<Record<string, LineSign>> = {
  past: { colour: 'soft', dash: [], width: 1.75 },
  actual: { colour: 'ink', dash: [], width: 1.75, dots: 'hollow' },
  network: { colour: 'warm', dash: [], width: 2.75, dots: 'filled' },
  persistence: { colour: 'test', dash: [2, 3], width: 1.75 },
  sameSeason: { colour: 2, dash: [7, 4], width: 1.75 },
  drift: { colour: 3, dash: [9, 3, 2, 3], width: 1.75 },
};

/** The sign of a line by its name; of a baseline that is not known, by its place. */
export function lineSign(name: string, place = 0): LineSign {
  return known[name] ?? { colour: (place + 5) % classColourCount, dash: [4, 2], width: 1.75 };
}

/** For legends. */
export function lineCss({ colour }: LineSign): string {
  return typeof colour === 'number' ? `var(--class-${colour})` : `var(--${colour})`;
}

/** For canvases, which know no variables of style sheets. */
export function linePaint({ colour }: LineSign, colours: ThemeColours): string {
  return cssColour(typeof colour === 'number' ? (colours.classes[colour] ?? colours.ink) : colours[colour]);
}
