import { expect, test } from 'vitest';
import { createMutex } from '../../../src/mutex';
import { Problem } from '../../../src/problem';
import { genConfigOf, genRunOf } from './helpers';

const small = { generator: [8], discriminator: [8], latent: 4, output: 'tanh' };

test('a Net that got noise as examples is told to be no better, one with few real ones learns something', async () => {
  const config = genConfigOf({
    data: { dataset: 'shapes', size: '8', samples: 400 },
    model: { ...small, conditional: true },
  });
  const { work, trainer } = genRunOf(config);
  const result = await work.augment?.(trainer, { real: 200, generated: 100, seeds: 2 }, createMutex());
  expect(result).toMatchObject({ real: 200, generated: 100, asked: 80 });
  // Eight classes: chance is one in eight.
  for (const accuracy of result?.without ?? []) expect(accuracy).toBeGreaterThan(0.3);
  expect(result?.with).toHaveLength(2);
  // The same again: nothing is left to chance.
  const again = await work.augment?.(trainer, { real: 200, generated: 100, seeds: 2 }, createMutex());
  expect(again).toEqual(result);
  trainer.dispose();
});

test('without classes there is nothing to help with, and it says so', async () => {
  const { work, trainer } = genRunOf(
    genConfigOf({ data: { dataset: 'shapes', size: '8', samples: 400 }, model: small }),
  );
  const asked = work.augment?.(trainer, { real: 10, generated: 10, seeds: 2 }, createMutex());
  await expect(asked).rejects.toBeInstanceOf(Problem);
  await expect(asked).rejects.toMatchObject({ key: 'noClassesToHelp' });
  trainer.dispose();
});
