import { cssColour, type Rgb } from '../canvas/colour';
import { type MarkShape, markShapes } from '../canvas/marks';
import { divergingColour } from '../canvas/ramp';
import type { MarkStyle } from '../canvas/scatter';
import { classColourCount, type ThemeColours } from '../canvas/themeColours';

export interface ClassSign {
  /** CSS colour, for legends and bars. */
  readonly css: string;
  readonly shape: MarkShape;
  readonly spot: boolean;
}

/** How a class is told from the others: two by warm and cool and a spot, more by hue and shape. */
export function classSign(index: number, classes: number): ClassSign {
  if (classes <= 2) return { css: index === 0 ? 'var(--warm)' : 'var(--cool)', shape: 'circle', spot: index === 1 };
  return {
    css: `var(--class-${index % classColourCount})`,
    shape: markShapes[index % markShapes.length] as MarkShape,
    spot: false,
  };
}

export function classHue(index: number, classes: number, colours: ThemeColours): Rgb {
  if (classes <= 2) return index === 0 ? colours.warm : colours.cool;
  return colours.classes[index % colours.classes.length] as Rgb;
}

/** Two classes: circles for training, diamonds for test. More: a shape per class, hollow for test. */
export function classMark(index: number, classes: number, test: boolean, colours: ThemeColours): MarkStyle {
  const hue = cssColour(classHue(index, classes, colours));
  const card = cssColour(colours.card);
  const { shape, spot } = classSign(index, classes);
  if (classes <= 2) return { shape: test ? 'diamond' : shape, fill: hue, stroke: card, ...(spot && { spot: card }) };
  return test ? { shape, fill: card, stroke: hue } : { shape, fill: hue, stroke: card };
}

/** A number's mark: its place on the ramp, with an outline, as the middle of the ramp is the card's own colour. */
export function numberMark(unit: number, test: boolean, colours: ThemeColours): MarkStyle {
  return {
    shape: test ? 'diamond' : 'circle',
    fill: cssColour(divergingColour(colours.warm, colours.card, colours.cool, unit)),
    stroke: cssColour(colours.ink, 0.55),
  };
}

/** A mark that only tells training from test. */
export function splitMark(test: boolean, colours: ThemeColours): MarkStyle {
  return test
    ? { shape: 'diamond', fill: cssColour(colours.test, 0.85), stroke: cssColour(colours.card) }
    : { shape: 'circle', fill: cssColour(colours.accent, 0.85), stroke: cssColour(colours.card) };
}
