import { genTable } from './genTable.en';

/** Words of Gen's view: what is real, what is made, and what the discriminator says. */
export const genView = {
  title: 'Real and made up',
  planeLabel: 'Map of what the discriminator takes for real, with real points and points that the generator makes.',
  lineLabel: 'Density of the real points, how often the generator makes each value, and what the discriminator says.',
  explore: 'Read the discriminator’s verdict with the arrow keys; Escape puts the crosshair away.',
  reading: 'taken for real: {share}',
  realDensity: 'real density {value}',
  density: 'density',
  verdicts: 'The discriminator takes {real} of the real points for real, and {made} of the made-up ones.',
  apart: 'It tells them apart with ease.',
  unsure: 'It can hardly tell them apart.',
  between: ' ',
  fooled: 'The generator has the upper hand for now.',
  layers: 'Parts of the picture',
  layer: {
    real: 'real',
    generated: 'made by the generator',
    map: 'the discriminator says',
    manifold: 'grid of noise',
    arrows: 'where the generator’s loss sends them',
  },
  layerHelp: {
    real: 'Points of the data, those the discriminator learns from. Where they lie in narrow spots, each has a circle around it.',
    generated: 'What the generator makes of noise that stays the same, so that you can follow single points.',
    map: 'What the discriminator says of each place: made up, or real.',
    manifold:
      'A grid laid over the noise, and where the generator takes it. Every cell stands for as many points: the smaller a cell has become, the darker it is.',
    arrows:
      'Where the generator’s loss sends its points: the way on which the discriminator would take each for real soonest. The longer, the stronger.',
  },
  madeUp: 'made up',
  real: 'real',

  pictureVerdicts:
    'On average the discriminator takes real pictures for real with a belief of {real}, and made-up ones with {made}.',
  fixedPictures: 'Made, from the same noise',
  fixedPicturesHelp: 'Each stays at its place: watch it change.',
  freshPictures: 'Made, from fresh noise',
  freshPicturesHelp: 'New noise, twice a second: all it can do.',
  realPictures: 'Real',
  realPicturesHelp: 'Some of those the discriminator learns from.',
  shapes: {
    circle: 'circle',
    ring: 'ring',
    square: 'square',
    triangle: 'triangle',
    cross: 'cross',
    star: 'star',
    heart: 'heart',
    moon: 'moon',
  },
  pictureAt: 'Picture {number}',
  pictureOfClass: '{class}, no. {number}',
  chosenPicture: 'The chosen picture',
  choosePicture:
    'Click a made picture to see it large, beside the training pictures that are most like it. Drag from one to another to see what lies between.',
  nearest: 'Most like these training pictures',
  nearestOne: 'Training picture no. {rank} by likeness {class}',
  resemblance: {
    unknown: 'The training pictures are not here, so that it cannot be compared with them.',
    unmeasured:
      'It differs from the nearest one by {distance} a pixel. No pictures are held out to tell how much is usual.',
    copy: 'As good as a copy: it differs by only {distance} a pixel, where real pictures that were held out differ by {usual}.',
    close:
      'Rather like a training picture: it differs by {distance} a pixel, where real pictures that were held out differ by {usual}.',
    own: 'No copy: it differs by {distance} a pixel, where real pictures that were held out differ by {usual}.',
  },
  walk: 'Walk to another…',
  walkHelp: 'Choose a second picture, and see what the generator makes of the noise between the two',
  walkWhere: 'Choose where to',
  walkTitle: 'Between {from} and {to}',
  walkLabel: 'What the generator makes of noise on the way from the first to the last picture.',

  better: {
    title: 'Does it make Net better?',
    about:
      'Trains a small Net to tell the classes: on real pictures alone, and on the same with generated ones added, for as many steps, over five seeds. Both are asked about pictures that were held out from everyone. The generator has learned from all {count} training pictures: where Net gets few of them, it comes to know the others through what is made.',
    real: 'Real pictures',
    all: 'all {count}',
    generated: 'Generated ones added',
    compare: 'Compare over 5 seeds',
    busy: 'Comparing…',
    seed: 'Seed',
    mean: 'Mean',
    without: 'without',
    with: 'with generated ones',
    verdict: {
      better:
        'Yes: {with} instead of {without} of {asked} held-out pictures are told rightly, {difference} more (±{margin}).',
      worse:
        'No, it makes Net worse: {with} instead of {without} of {asked} held-out pictures, {difference} fewer (±{margin}).',
      same: 'No difference that five seeds could show: {with} with, {without} without, of {asked} held-out pictures (difference {difference}, ±{margin}).',
    },
  },
  health: {
    identical:
      'Collapse: {value} of what the generator makes is all but the same as something else it made. Raise R1, let the discriminator judge several together, or start anew with another seed.',
    spread:
      'Collapse: what the generator makes is spread only {value} as far as the data. Raise R1, lower the learning rate, or let the discriminator judge several together.',
    modesCovered:
      'Collapse: the generator has found only {value} of the separate spots. Let the discriminator judge several together, widen both networks, or raise R1.',
    overwhelmed:
      'The discriminator has the upper hand: it tells {real} of the real and {made} of the made-up ones rightly, and the generator’s loss grows. Raise R1, lower the discriminator’s rate, or give the generator more steps.',
  },

  averaged: 'averaged',
  averagedHelp:
    'Shows the generator’s weights averaged over the last steps, which is what is measured and taken home. Off: the generator as it is now, which jumps about.',

  table: genTable,

  steps: 'One step by hand',
  stepOf: { discriminator: 'Discriminator step', generator: 'Generator step', both: 'Both' },
  stepHelp: {
    discriminator: 'Pauses, and lets the discriminator alone learn for one step',
    generator: 'Pauses, and lets the generator alone learn for one step',
    both: 'Pauses, and lets both learn for one step, one after the other',
  },

  slowMotion: 'Slow motion',
  slowMotionHelp: 'Walks through one step of training, stage by stage',
  stopSlowMotion: 'Stop',
  nextStage: 'Next',
  byItself: 'goes on by itself',
  stages: 'Stages of a step',
  stageOf: 'Stage {number} of {count}',
  stage: {
    noise: {
      name: 'Noise',
      text: 'Noise is drawn: for each point {numbers} random numbers, nothing else. Here they are, before the generator has seen them.',
    },
    make: { name: 'Making', text: 'The generator bends the noise: every bit of it becomes a point.' },
    judge: {
      name: 'Judging',
      text: 'The discriminator looks at real points and at made-up ones, and says of each place how real it seems.',
    },
    discriminator: {
      name: 'D learns',
      text: 'The discriminator is told which were which, and changes its weights a little: its verdict moves. The generator stands still.',
    },
    arrows: {
      name: 'Advice',
      text: 'Now the generator asks which way each of its points should go to seem more real. The arrows are the answer: the gradient of its loss.',
    },
    generator: {
      name: 'G learns',
      text: 'The generator changes its weights so that its points go a little way along the arrows. Now the discriminator stands still. Then all begins anew.',
    },
  },
};
