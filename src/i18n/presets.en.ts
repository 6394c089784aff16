import { genPresets } from './gen.en';
import { recPresets } from './rec.en';
import type { PresetWords } from './words';

/** By preset id. */
export const presets: Readonly<Record<string, PresetWords>> = {
  spiral: { title: 'Spiral', about: 'Two arms wound into each other: the classic that a straight line cannot part.' },
  circle: { title: 'Circle', about: 'One class around the other. Eight neurons fence it in.' },
  xor: { title: 'XOR', about: 'Opposite corners belong together: the problem that made hidden layers necessary.' },
  gauss: { title: 'Two clouds', about: 'Nearly separable by a line. See how little a network needs.' },
  moons: { title: 'Moons', about: 'Two interlocking crescents with a little noise.' },
  checkerboard: { title: 'Checkerboard', about: 'Many small fields: a test of how much detail a network can hold.' },
  clusters: { title: 'Clusters', about: 'More than two classes at once, one output for each.' },
  plane: { title: 'Slope', about: 'Regression: predict a number that rises evenly across the plane.' },
  hills: { title: 'Hills', about: 'Regression: a smooth landscape of hills and hollows.' },
  curve: { title: 'Curve', about: 'One input, one output: watch a line bend to the points.' },
  article: {
    title: 'As in the article',
    about: '10 inputs, 50 sigmoid neurons, 1 output; N(0, 1) weights, no bias, squared error, plain gradient descent.',
  },
  ...recPresets,
  ...genPresets,
};
