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
    discriminatorLoss: 'discriminator loss',
    generatorLoss: 'generator loss',
    calledReal: 'data called real',
    js: 'Jensen–Shannon divergence',
    wasserstein: 'Wasserstein distance',
    marginal: 'distance of the columns',
    correlation: 'difference of the correlations',
    modes: 'modes found',
    quality: 'high-quality share',
    reverseKl: 'reverse KL divergence',
    precision: 'precision',
    recall: 'recall',
    classes: 'classes found',
    leastClass: 'share of the rarest class',
    confidence: 'classifier’s confidence',
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
    discriminatorLoss:
      'What the discriminator makes small: how badly it tells real points from made-up ones, by the loss that is chosen.',
    generatorLoss:
      'What the generator makes small: how little the discriminator takes its points for real, by the loss that is chosen.',
    calledReal:
      'The share of real points that the discriminator calls real: those it learns from, and those held out from it. About half means that it can no longer tell; far more among those it learned from than among the held-out means that it has learned them by heart.',
    js: 'How different the two crowds of points are, cell by cell of the plane: the mean of both distances (Kullback–Leibler) to their mixture. 0 if they are alike, 1 if they have nothing in common. Even a perfect imitation stays a little above 0, as points are counted: the dashed line shows what as many other real points get.',
    wasserstein:
      'How far points would have to be carried, on average, to turn what is made into what is real; in the plane, the mean over directions (sliced). In the units of the picture; lower is better. The dashed line shows what as many other real points get.',
    marginal:
      'How far the columns of made rows are from those of real ones, each by itself, on average: numbers by how far they would have to be carried, in deviations; categories by the share that would have to change. The dashed line shows what rows held out from everyone get.',
    correlation:
      'The largest difference between the correlation of two columns among made rows and among real ones. 0 if columns go together as they should, 2 at most. The dashed line shows what rows held out from everyone get.',
    modes:
      'How many of the separate spots of the data have points made in them: a spot counts when one lies within three deviations of its middle. All of them means that no mode has collapsed.',
    quality:
      'The share of made points that lie within three deviations of the middle of a spot (Srivastava et al. 2017). Higher is better; it says nothing of spots that are left out.',
    reverseKl:
      'How unevenly points are shared out over the spots: the Kullback–Leibler divergence from the shares made to the shares they should have (Lin et al. 2018). 0 if even; high where spots are left out.',
    precision:
      'The share of made pictures that lie where real ones do: as near to a real one as its own neighbours are (Kynkäänniemi et al. 2019). Low where pictures look wrong.',
    recall:
      'The share of real pictures that lie where made ones do (Kynkäänniemi et al. 2019). Low where some kinds of pictures are never made.',
    classes:
      'How many classes are among the made pictures, as a small classifier sees them that was trained on the real ones: a class counts from a third of its fair share on. All of them means that none was forgotten.',
    leastClass:
      'The share of made pictures that the classifier takes for the class it sees least often. Near its fair share if all are made alike, 0 if one is missing.',
    confidence:
      'How sure the classifier is, on average, of what class a made picture is of. Higher is clearer, but even real pictures do not reach 100 %.',
    learningRate: 'How far each step moves the weights: the rate that is set, as the schedule changes it.',
  },
  /** As a setting may have the same name. */
  explain: 'What does the curve “{label}” show?',
  /** By what stands against the first line. */
  pairs: {
    generatorLoss: {
      title: 'losses',
      first: 'discriminator',
      second: 'generator',
      help: 'What each of the two networks makes small. Neither goes to 0 when all is well: each gets harder work as the other learns. In balance, with the non-saturating loss, the discriminator’s comes to rest near 1.39 (2 · log 2) and the generator’s near 0.69 (log 2). What tells how good the points are is shown beside it.',
    },
    recall: {
      title: 'precision and recall',
      first: 'precision',
      second: 'recall',
      help: 'Precision: the share of made pictures that lie where real ones do, which is low where pictures look wrong. Recall: the share of real pictures that lie where made ones do, which is low where some kinds are never made. Where a set lies is told by how near its pictures are to each other (Kynkäänniemi et al. 2019). Higher is better.',
    },
  },
  trainingMetric: 'training {metric}',
  testMetric: 'test {metric}',
  training: 'training',
  test: 'test',
  measured: 'measured',
  perfect: 'a perfect sampler',
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
