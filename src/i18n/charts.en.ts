/** Words of the learning curves. */
export const charts = {
  title: 'Learning curves',
  metrics: {
    loss: 'loss',
    accuracy: 'accuracy',
    r2: 'R²',
    mae: 'MAE',
    exact: 'exact match',
    perplexity: 'perplexity',
    bits: 'bits per character',
    learningRate: 'learning rate',
  },
  help: {
    loss: 'What training makes small: how wrong the network is on average, by the loss that is chosen. Lower is better.',
    accuracy:
      'The share of answers that are right. Where an answer has several characters or steps, each counts by itself. Higher is better.',
    r2: 'The share of the variance that is explained: 1 is perfect, 0 no better than always answering the mean. Higher is better.',
    mae: 'Mean absolute error: how far answers lie from the truth on average, in the units of the data. Lower is better.',
    exact:
      'The share of sequences whose answer is right from the first step to the last: one wrong character spoils it. Higher is better.',
    perplexity:
      'Among how many equally likely characters the network still wavers at each step. 1 would be certainty; lower is better.',
    bits: 'How many yes-or-no questions it takes on average to learn the next character from the network’s guess. Lower is better.',
    learningRate: 'How far each step moves the weights: the rate that is set, as the schedule changes it.',
  },
  /** As a setting may have the same name. */
  explain: 'What does the curve “{label}” show?',
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
