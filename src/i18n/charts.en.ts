/** Words of the learning curves. */
export const charts = {
  title: 'Learning curves',
  metrics: {
    loss: 'loss',
    accuracy: 'accuracy',
    r2: 'R²',
    mae: 'MAE',
    learningRate: 'learning rate',
  },
  trainingMetric: 'training {metric}',
  testMetric: 'test {metric}',
  training: 'training',
  test: 'test',
  step: 'step {step}',
  lossScale: 'Scale of the loss',
  linear: 'linear',
  log: 'log',
  smoothing: 'Smoothing',
  smoothingHelp: 'Averages each value with those before it; the pale line is what was measured.',
  empty: 'The curves begin with the first step.',
  lastValues: '{chart} at step {step}: {values}.',
  explore: 'Arrow keys read single steps.',
};
