import type { settings } from '../families/gen/config';
import type { trainingSettings } from '../training/settings';
import type { GroupWords, PresetWords } from './words';

/** Words for the settings of Gen; those of training that every family has are with the others. */
export const genSettings = {
  data: {
    dataset: {
      label: 'Data set',
      help: 'What is to be imitated. The generator never sees these points: it only learns from what the discriminator makes of its own.',
      options: {
        line: 'Line',
        twoGaussians: 'Two clouds',
        ring: 'Ring',
        threeBlobs: 'Three blobs',
        ring8: 'Ring of 8',
        grid25: 'Grid of 25',
        moons: 'Moons',
        swissRoll: 'Swiss roll',
        checkerboard: 'Checkerboard',
        spiral: 'Spiral',
        normal: 'One hump',
        twoHumps: 'Two humps',
        threeHumps: 'Three humps',
        uniform: 'Uniform',
        skewed: 'Skewed',
        articleGen: 'Article',
        digits: 'Digits',
        shapes: 'Shapes',
        drawn: 'Draw your own',
        table: 'Your own table',
        pictures: 'Your own',
      },
    },
    samples: {
      label: 'Examples',
      help: 'How many real points or pictures are drawn, training and test together; of your own table or pictures at most so many are taken. With few of them the discriminator learns each by heart instead of their shape.',
    },
    size: {
      label: 'Picture size',
      help: 'Pixels a side. Small pictures are learned in seconds; larger ones show more and ask for wider networks.',
      options: { '8': '8 × 8', '12': '12 × 12', '16': '16 × 16', '28': '28 × 28' },
    },
    columns: {
      label: 'Columns',
      help: 'How each column is imitated: as numbers, as one of a few categories, or not at all. Whole numbers that look like labels are taken for categories.',
      options: { number: 'number', category: 'category', ignore: 'ignore' },
    },
    condition: {
      label: 'Told column',
      help: 'A column that both networks are told instead of making it up, such as a class: the generator then makes rows that suit it. Made rows have its values as often as the table does.',
    },
    trainFraction: {
      label: 'Training share',
      help: 'The part of the real points the discriminator learns from. The rest is held out: if it calls those real less often, it has learned by heart.',
    },
  },
  model: {
    architecture: {
      label: 'Networks',
      help: 'Dense layers see a picture as one long row of pixels. Convolutions look at small windows of it, the same weights everywhere; then each layer is a stage, its number the channels, and between two stages the side is halved or doubled (DCGAN, Radford et al. 2016, with doubling by repeated pixels).',
      options: { dense: 'Dense', convolutional: 'Convolutional' },
    },
    conditional: {
      label: 'Told classes',
      help: 'Tells both networks what class a picture is of, so that you can ask for one. The discriminator reads it by projection (Miyato and Koyama 2018).',
    },
    generator: {
      label: 'Generator',
      help: 'The hidden layers of the network that makes points from noise. More neurons can bend the noise into finer shapes.',
    },
    discriminator: {
      label: 'Discriminator',
      help: 'The hidden layers of the network that tells real points from made-up ones. If it is much weaker than the generator, there is little to learn from it.',
    },
    latent: {
      label: 'Noise numbers',
      help: 'How many random numbers the generator makes a point of: the size of its latent space. With two of them the picture can show how the whole plane of noise is bent.',
    },
    noise: {
      label: 'Noise',
      help: 'How those numbers are drawn: from the bell curve, or evenly between −1 and 1.',
      options: { normal: 'Normal', uniform: 'Uniform' },
    },
    activation: {
      label: 'Activation',
      help: 'The bend that the hidden neurons of both networks apply to their sums. Leaky ReLU lets some gradient through everywhere.',
      options: { relu: 'ReLU', leakyRelu: 'Leaky ReLU', tanh: 'Tanh', sigmoid: 'Sigmoid' },
    },
    output: {
      label: 'Generator output',
      help: 'The last bend of the generator. Linear reaches everywhere; tanh keeps its points between −1 and 1, sigmoid between 0 and 1. With those the data is taken unscaled.',
      options: { linear: 'Linear (none)', tanh: 'Tanh', sigmoid: 'Sigmoid' },
    },
    initializer: {
      label: 'Initial weights',
      help: 'How the weights of both networks are drawn before training. He suits ReLU, Glorot suits tanh and sigmoid.',
      options: {
        heNormal: 'He, normal',
        heUniform: 'He, uniform',
        glorotNormal: 'Glorot, normal',
        glorotUniform: 'Glorot, uniform',
        lecunNormal: 'LeCun, normal',
        lecunUniform: 'LeCun, uniform',
        normal: 'Normal N(0, 1)',
        zero: 'Zeros',
      },
    },
    bias: { label: 'Bias', help: 'Gives every neuron of both networks a threshold of its own.' },
    packing: {
      label: 'Judged together',
      help: 'How many points the discriminator judges at once, all real or all made up. It then notices when they are too alike, which counters mode collapse (PacGAN, Lin et al. 2018).',
    },
    spectralNorm: {
      label: 'Spectral norm',
      help: 'Divides every weight matrix of the discriminator by its largest singular value, so that its verdict cannot change too steeply (Miyato et al. 2018).',
    },
  },
  train: {
    loss: {
      label: 'Loss',
      help: 'The rules of the game. Non-saturating and minimax: Goodfellow et al. 2014. Least squares: LSGAN, Mao et al. 2017. Hinge: Lim and Ye 2017. Wasserstein: WGAN-GP, Gulrajani et al. 2017. Relativistic: RpGAN, Jolicoeur-Martineau 2019, which with R1 and R2 is R3GAN, Huang et al. 2024. Squared error is what the article uses.',
      options: {
        'non-saturating': 'Non-saturating',
        minimax: 'Minimax',
        'least-squares': 'Least squares',
        hinge: 'Hinge',
        'wasserstein-gp': 'Wasserstein, gradient penalty',
        relativistic: 'Relativistic',
        'squared-error': 'Squared error',
      },
    },
    learns: {
      label: 'Who learns',
      help: 'Holds one of the networks still while the other goes on learning. See what a discriminator finds out about a generator that stands still, and the other way round.',
      options: { both: 'Both in turn', discriminator: 'Discriminator only', generator: 'Generator only' },
    },
    discriminatorSteps: {
      label: 'Discriminator updates',
      help: 'How often the discriminator learns in each step, each time from other points. More of them make its advice sounder and steps slower.',
    },
    generatorSteps: {
      label: 'Generator updates',
      help: 'How often the generator learns in each step, each time from other noise.',
    },
    r1: {
      label: 'R1 penalty',
      help: 'Charges the discriminator for being steep at real points: ½ · this · the squared slope. Without it, the two networks circle around each other and may never come to rest (Mescheder et al. 2018). 0 switches it off.',
    },
    r2: {
      label: 'R2 penalty',
      help: 'The same as R1 at made-up points. The relativistic loss with both is R3GAN (Huang et al. 2024). 0 switches it off.',
    },
    gradientPenalty: {
      label: 'Gradient penalty',
      help: 'Keeps the slope of the discriminator near 1 between real and made-up points, which the Wasserstein loss counts on (Gulrajani et al. 2017): this · (slope − 1)². 0 switches it off.',
    },
    ema: {
      label: 'Average of weights',
      help: 'The generator that is shown and saved is a moving average over steps: this share of it is kept at each. It circles less than the one that is trained (Yazıcı et al. 2019). 0 shows the latter.',
    },
    temperature: {
      label: 'Temperature of choices',
      help: 'How softly the generator chooses categories while it learns: Gumbel-softmax (Jang et al. 2017). Low ones choose nearly one category alone, with gradients that vary more; high ones blur the choice, which the discriminator notices.',
    },
    labelSmoothing: {
      label: 'Label smoothing',
      help: 'Tells the discriminator that real points are real to 1 minus this, so that it never becomes too sure. Only real labels are smoothed (Salimans et al. 2016).',
    },
    instanceNoise: {
      label: 'Instance noise',
      help: 'Blurs all that the discriminator sees by noise of this deviation, which fades away. Real and made-up points then overlap from the start (Sønderby et al. 2017). 0 switches it off.',
    },
    instanceNoiseSteps: { label: 'Noise fades over', help: 'Steps until the instance noise is gone.' },
    discriminatorRate: {
      label: 'Discriminator’s rate',
      help: 'A learning rate of its own for the discriminator; 0 takes the generator’s. Two rates let both settle at their own pace (TTUR, Heusel et al. 2017).',
    },
    discriminatorOptimizer: {
      label: 'Discriminator’s optimizer',
      help: 'A rule of its own by which the discriminator learns.',
      options: {
        same: 'As the generator',
        sgd: 'SGD (plain gradient descent)',
        momentum: 'SGD with momentum',
        nesterov: 'SGD with Nesterov momentum',
        adagrad: 'Adagrad',
        rmsprop: 'RMSProp',
        adam: 'Adam',
        adamw: 'AdamW',
      },
    },
    discriminatorSchedule: {
      label: 'Discriminator’s schedule',
      help: 'How the discriminator’s learning rate changes as training goes on.',
      options: {
        same: 'As the generator',
        constant: 'Constant',
        step: 'Steps down',
        cosine: 'Cosine',
        exponential: 'Exponential decay',
        linear: 'Linear decay',
      },
    },
  },
} satisfies {
  data: GroupWords<(typeof settings)['data']>;
  model: GroupWords<(typeof settings)['model']>;
  train: GroupWords<Omit<(typeof settings)['train'], keyof typeof trainingSettings>>;
};

/** By preset id. */
export const genPresets: Readonly<Record<string, PresetWords>> = {
  line: { title: 'Line', about: 'A slanted stroke. The plane of noise is pressed flat.' },
  twoGaussians: { title: 'Two clouds', about: 'Two clouds apart, and as little as can be between them.' },
  ring: { title: 'Ring', about: 'Noise has no hole, and a ring has one: watch it being torn open.' },
  threeBlobs: { title: 'Three blobs', about: 'Three clouds, which have to be found and shared out evenly.' },
  ring8: {
    title: 'Ring of 8',
    about: 'Eight narrow spots: the usual test of mode collapse. Are any of them forgotten?',
  },
  grid25: { title: 'Grid of 25', about: 'Twenty-five narrow spots, harder still to find and to keep.' },
  moonsGen: { title: 'Moons', about: 'Two interlocking crescents, and nothing between them.' },
  swissRoll: { title: 'Swiss roll', about: 'One strip rolled up: long and thin, and bent all along.' },
  checkerboardGen: {
    title: 'Checkerboard',
    about: 'Filled fields with sharp edges, which a smooth network can only approach.',
  },
  spiralGen: { title: 'Spiral', about: 'Two arms wound around each other.' },
  normal: { title: 'One hump', about: 'On a line: one number of noise, moved and narrowed.' },
  twoHumps: { title: 'Two humps', about: 'On a line: a part of the noise goes left, the larger one right.' },
  threeHumps: { title: 'Three humps', about: 'On a line: the small hump in the middle is lost most easily.' },
  uniform: { title: 'Uniform', about: 'On a line: flat, with two sharp edges.' },
  skewed: { title: 'Skewed', about: 'On a line: a steep side and a long tail.' },
  digits: {
    title: 'Digits',
    about: 'Handwriting-like digits, drawn by rules of our own. Both networks are told which digit it is.',
  },
  shapes: {
    title: 'Shapes',
    about: 'Circles, stars, moons … at any place, size and angle. Both networks are told which shape it is.',
  },
  articleGen: {
    title: 'As in the article',
    about:
      '10 numbers of noise, 50 sigmoid neurons, 1 output in each network; N(0, 1) weights, no bias, squared error, plain gradient descent.',
  },
};
