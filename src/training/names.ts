/** Names that settings offer and the engine implements. */

export const activationNames = [
  'relu',
  'leakyRelu',
  'elu',
  'selu',
  'gelu',
  'swish',
  'mish',
  'softplus',
  'tanh',
  'sigmoid',
  'sine',
  'linear',
] as const;
export type ActivationName = (typeof activationNames)[number];

export const initializerNames = [
  'heNormal',
  'heUniform',
  'glorotNormal',
  'glorotUniform',
  'lecunNormal',
  'lecunUniform',
  'normal',
  'zero',
] as const;
export type InitializerName = (typeof initializerNames)[number];

export const lossNames = ['crossEntropy', 'squared', 'absolute', 'huber'] as const;
export type LossName = (typeof lossNames)[number];

/** How outputs are read. Two classes share one logit (sigmoid), more have one each (softmax); numbers are linear. */
export const outputKinds = ['sigmoid', 'softmax', 'linear'] as const;
export type OutputKind = (typeof outputKinds)[number];

/** Each optimizer with the vectors it keeps beside the parameters. */
export const optimizerSlots = {
  sgd: [],
  momentum: ['velocity'],
  nesterov: ['velocity'],
  adagrad: ['squareSum'],
  rmsprop: ['square'],
  adam: ['mean', 'square'],
  adamw: ['mean', 'square'],
} as const;
/** The slot in which an average of parameters is kept, beside the optimizer's. */
export const averageSlot = 'average';
export type OptimizerName = keyof typeof optimizerSlots;
export const optimizerNames = Object.keys(optimizerSlots) as readonly OptimizerName[];

/** Where training can be computed, in no order of merit. */
export const backendIds = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendId = (typeof backendIds)[number];

/** How steps are performed: each anew by the library's engine, or as a recorded list of calls. */
export const stepModes = ['eager', 'recorded'] as const;
export type StepMode = (typeof stepModes)[number];
