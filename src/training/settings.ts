import { type ConfigLike, choice, number } from '../config/setting';
import { type OptimizerName, optimizerNames } from './names';
import { scheduleNames } from './schedule';

const optimizerIs =
  (...names: readonly OptimizerName[]) =>
  (config: ConfigLike) =>
    names.some((name) => name === config.train.optimizer);
const scheduled = (config: ConfigLike) => config.train.schedule !== 'constant';

/** How a model is trained: the settings that every family with one optimizer shares. All of them are live. */
export const trainingSettings = {
  learningRate: number({ default: 0.01, min: 1e-5, max: 10, scale: 'log', change: 'live' }),
  batchSize: number({ default: 10, min: 1, max: 4096, scale: 'log', whole: true, change: 'live' }),
  optimizer: choice({ default: 'adam', options: optimizerNames, change: 'live' }),
  momentum: number({
    default: 0.9,
    min: 0,
    max: 0.999,
    scale: 'linear',
    change: 'live',
    advanced: true,
    shown: optimizerIs('momentum', 'nesterov'),
  }),
  beta1: number({
    default: 0.9,
    min: 0,
    max: 0.999,
    scale: 'linear',
    change: 'live',
    advanced: true,
    shown: optimizerIs('adam', 'adamw'),
  }),
  beta2: number({
    default: 0.999,
    min: 0,
    max: 0.9999,
    scale: 'linear',
    change: 'live',
    advanced: true,
    shown: optimizerIs('adam', 'adamw'),
  }),
  decay: number({
    default: 0.9,
    min: 0,
    max: 0.999,
    scale: 'linear',
    change: 'live',
    advanced: true,
    shown: optimizerIs('rmsprop'),
  }),
  epsilon: number({
    default: 1e-8,
    min: 1e-10,
    max: 0.1,
    scale: 'log',
    change: 'live',
    advanced: true,
    shown: optimizerIs('adagrad', 'rmsprop', 'adam', 'adamw'),
  }),
  schedule: choice({ default: 'constant', options: scheduleNames, change: 'live' }),
  warmupSteps: number({
    default: 0,
    min: 0,
    max: 100_000,
    scale: 'log',
    smallest: 1,
    whole: true,
    change: 'live',
    advanced: true,
  }),
  scheduleSteps: number({
    default: 2000,
    min: 1,
    max: 1_000_000,
    scale: 'log',
    whole: true,
    change: 'live',
    shown: scheduled,
  }),
  finalShare: number({
    default: 0.1,
    min: 0,
    max: 1,
    scale: 'linear',
    unit: 'percent',
    change: 'live',
    shown: scheduled,
  }),
  l1: number({ default: 0, min: 0, max: 1, scale: 'log', smallest: 1e-6, change: 'live', advanced: true }),
  l2: number({ default: 0, min: 0, max: 1, scale: 'log', smallest: 1e-6, change: 'live' }),
  weightDecay: number({
    default: 0.01,
    min: 0,
    max: 1,
    scale: 'log',
    smallest: 1e-6,
    change: 'live',
    shown: optimizerIs('adamw'),
  }),
  clipNorm: number({ default: 0, min: 0, max: 100, scale: 'log', smallest: 0.01, change: 'live', advanced: true }),
  clipValue: number({ default: 0, min: 0, max: 100, scale: 'log', smallest: 0.001, change: 'live', advanced: true }),
} as const;
