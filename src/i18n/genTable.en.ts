/** Words of the view of a table that is imitated. */
export const genTable = {
  caption:
    'On average, columns of made rows are off by {distance}, and those of real rows kept for the test by {floor}. The discriminator takes real rows for real with a belief of {real}, and made ones with {made}.',
  distance: 'off by {distance} · test {floor}',
  distanceAlone: 'off by {distance}',
  real: 'real',
  made: 'made by the generator',
  others: 'others',
  blank: '(blank)',
  correlations: 'Correlations',
  correlationsHelp: 'How two columns of numbers rise and fall together: cool if they do, warm if against each other.',
  correlationOf: '{a} and {b}: {value}',
  rows: 'Made rows',
  copying: 'Copied or made?',
  copyingHelp: 'Compares how near made rows lie to training rows with how near test rows do, which nobody copied.',
  check: 'Check',
  copies:
    'Step {step}: made rows lie {ratio} times as far from training rows as test rows do. Many are nearly copies: use more rows, or smaller networks.',
  fresh: 'Step {step}: made rows lie {ratio} times as far from training rows as test rows do. They are no copies.',
  astray:
    'Step {step}: made rows lie {ratio} times as far from training rows as test rows do. They are no copies, but many are unlike any real row: train on.',
  unknown: 'Test rows lie on training rows themselves, so that this says nothing: the table repeats its rows.',
};
