import type { trainingSettings } from '../training/settings';
import { genSettings } from './gen.en';
import { recSettings } from './rec.en';
import type { FamilySettingWords, GroupWords } from './words';

const training = {
  learningRate: {
    label: 'Learning rate',
    help: 'How far each step moves the weights. Too small and learning crawls; too large and the loss jumps about or becomes infinite.',
  },
  batchSize: {
    label: 'Batch size',
    help: 'How many examples each step looks at. Small batches learn in noisy little steps; large ones give a smoother direction and use the GPU better.',
  },
  optimizer: {
    label: 'Optimizer',
    help: 'The rule that turns gradients into weight changes. Adam adapts the step of every weight and is a good first choice; SGD follows the gradient plainly.',
    options: {
      sgd: 'SGD (plain gradient descent)',
      momentum: 'SGD with momentum',
      nesterov: 'SGD with Nesterov momentum',
      adagrad: 'Adagrad',
      rmsprop: 'RMSProp',
      adam: 'Adam',
      adamw: 'AdamW',
    },
  },
  momentum: {
    label: 'Momentum',
    help: 'The share of the last step that carries over into the next. It smooths the path and speeds up long, flat slopes.',
  },
  beta1: {
    label: 'Beta 1',
    help: 'How long Adam remembers past gradients: 0.9 averages over about the last 10 steps.',
  },
  beta2: {
    label: 'Beta 2',
    help: 'How long the optimizer remembers the size of past gradients: 0.999 averages over about the last 1,000 steps.',
  },
  decay: {
    label: 'Decay',
    help: 'How long RMSProp remembers the size of past gradients: 0.9 averages over about the last 10 steps.',
  },
  epsilon: {
    label: 'Epsilon',
    help: 'A small number in the divisor of adaptive optimizers. Larger values tame the steps where gradients are tiny.',
  },
  schedule: {
    label: 'Schedule',
    help: 'How the learning rate changes as training goes on. Lowering it late lets the weights settle.',
    options: {
      constant: 'Constant',
      step: 'Steps down',
      cosine: 'Cosine',
      exponential: 'Exponential decay',
      linear: 'Linear decay',
    },
  },
  warmupSteps: {
    label: 'Warm-up steps',
    help: 'Steps over which the learning rate climbs from 0 to its full value. It protects the first, roughest steps.',
  },
  scheduleSteps: {
    label: 'Schedule length',
    help: 'Steps until the schedule reaches its end; for stepwise and exponential decay, the length of one decay.',
  },
  finalShare: {
    label: 'Final share',
    help: 'The share of the learning rate that is left at the end; for stepwise and exponential decay, what each decay keeps.',
  },
  l1: {
    label: 'L1 penalty',
    help: 'Adds the size of every weight to the loss. It pushes weights that are not needed to exactly zero.',
  },
  l2: {
    label: 'L2 penalty',
    help: 'Adds the square of every weight to the loss. Weights stay small and the learned function smoother, which counters overfitting.',
  },
  weightDecay: {
    label: 'Weight decay',
    help: 'AdamW shrinks every weight by this share of the learning rate at each step, apart from the gradient.',
  },
  clipNorm: {
    label: 'Clip gradient norm',
    help: 'Scales the whole gradient down when it is longer than this; 0 leaves it as it is. It stops a single bad batch from throwing the weights far off.',
  },
  clipValue: {
    label: 'Clip gradient values',
    help: 'Cuts each part of the gradient off at this size; 0 leaves it as it is.',
  },
} satisfies GroupWords<typeof trainingSettings>;

export const settings = {
  net: {
    data: {
      dataset: {
        label: 'Data set',
        help: 'What the network learns from: points made up here, the ten examples of the article, or your own table.',
        options: {
          spiral: 'Spiral',
          circle: 'Circle',
          xor: 'XOR',
          gauss: 'Two clouds',
          moons: 'Moons',
          checkerboard: 'Checkerboard',
          clusters: 'Clusters',
          plane: 'Slope',
          hills: 'Hills',
          curve: 'Curve',
          article: 'Article',
          table: 'Table',
        },
      },
      samples: {
        label: 'Examples',
        help: 'How many points are drawn, training and test together. More points show the pattern more clearly and make an epoch longer.',
      },
      classes: { label: 'Classes', help: 'How many groups of points the network has to tell apart.' },
      noise: {
        label: 'Noise',
        help: 'How far points stray from their pattern. With much noise no network can be right everywhere, and a large one learns the noise by heart.',
      },
      trainFraction: {
        label: 'Training share',
        help: 'The part of the examples the network learns from. The rest is the test: it is never trained on, and shows how well the network does on new data.',
      },
      features: {
        label: 'Inputs',
        help: 'What the network is given of each point. Ready-made terms such as x² or sin x make some patterns easy even for a small network.',
        options: { x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' },
      },
      target: {
        label: 'Predict',
        help: 'The column that the network learns to predict from the others. Columns of numbers can be predicted several at once.',
      },
      columns: {
        label: 'Columns',
        help: 'How each column is read: as a number, as a category (one input for each value), or not at all.',
        options: { number: 'number', category: 'category', ignore: 'ignore' },
      },
    },
    model: {
      layers: {
        label: 'Hidden layers',
        help: 'Neurons between input and output, layer by layer. More neurons can draw finer shapes; more layers build shapes from shapes. Without any, the network can only draw straight lines.',
      },
      activation: {
        label: 'Activation',
        help: 'The bend each hidden neuron applies to its sum. Without a bend (linear), layers add nothing over a single one.',
        options: {
          relu: 'ReLU',
          leakyRelu: 'Leaky ReLU',
          elu: 'ELU',
          selu: 'SELU',
          gelu: 'GELU',
          swish: 'Swish (SiLU)',
          mish: 'Mish',
          softplus: 'Softplus',
          tanh: 'Tanh',
          sigmoid: 'Sigmoid',
          sine: 'Sine',
          linear: 'Linear (none)',
        },
      },
      dropout: {
        label: 'Dropout',
        help: 'The share of hidden neurons that is switched off at random in each training step. It keeps neurons from relying on each other, which counters overfitting.',
      },
      initializer: {
        label: 'Initial weights',
        help: 'How the weights are drawn before training. He suits ReLU, Glorot suits tanh and sigmoid, LeCun suits SELU; with zeros all neurons of a layer stay alike.',
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
      bias: {
        label: 'Bias',
        help: 'Gives every neuron a threshold of its own. Without it, every line the first layer draws runs through the origin.',
      },
    },
    train: {
      ...training,
      loss: {
        label: 'Loss',
        help: 'What training makes small. Cross-entropy for classes; squared error for numbers; absolute and Huber error mind outliers less.',
        options: {
          auto: 'To suit the data',
          crossEntropy: 'Cross-entropy',
          squared: 'Squared error',
          absolute: 'Absolute error',
          huber: 'Huber',
        },
      },
    },
  },
  rec: {
    data: recSettings.data,
    model: recSettings.model,
    train: { ...training, ...recSettings.train },
  },
  gen: {
    data: genSettings.data,
    model: genSettings.model,
    train: { ...training, ...genSettings.train },
  },
} satisfies FamilySettingWords;
