import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../src/app/openFile';
import { expectedMeasures } from '../../../src/charts/expected';
import { defaultConfig, patchConfig, presetConfig } from '../../../src/config/gate';
import { distributionIds, distributions } from '../../../src/data/distributions';
import { buildImitated } from '../../../src/data/imitated/build';
import type { PointsInfo } from '../../../src/data/imitated/info';
import { families } from '../../../src/families';
import { type GenDatasetId, genDatasetIds } from '../../../src/families/gen/config';
import { pointsShown, rasterSize } from '../../../src/families/gen/view';
import { arrowsOf } from '../../../src/families/gen/views/arrows';
import { bars, histogram, realDensity } from '../../../src/families/gen/views/density';
import { toPixels } from '../../../src/families/gen/views/layers';
import { cellsOf } from '../../../src/families/gen/views/manifold';
import { shownLattice, shownNoise } from '../../../src/families/gen/views/noise';
import { stageAfter, stageNames, stages } from '../../../src/families/gen/views/stages';
import { shareCalledReal, verdictAt } from '../../../src/families/gen/views/verdicts';
import { outputsOf } from '../../../src/families/info';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { distributionGroupNames, distributionGroups } from '../../../src/panels/distributionGroups';
import { distributionPicture } from '../../../src/panels/distributionPicture';
import { distributionConfig } from '../../../src/store/distributionConfig';
import { genConfigOf, genRunOf } from '../gen/helpers';

const infoOf = (dataset: GenDatasetId) =>
  buildImitated({ dataset, samples: 200, trainFraction: 0.8, size: '8', columns: {}, condition: '' }, 1, 'linear')
    .info as PointsInfo;

describe('the gallery of distributions', () => {
  it('shows each once', () => {
    const shown = distributionGroupNames.flatMap((group) => distributionGroups[group]);
    expect([...shown].sort()).toEqual([...genDatasetIds].sort());
  });

  it.each(distributionIds)('draws %s within its square', (id) => {
    const { kind, points } = distributionPicture(distributions[id]);
    expect(kind).toBe(distributions[id].coordinates.length === 2 ? 'points' : 'density');
    expect(points.length).toBeGreaterThan(50);
    const inside = points.filter((place) => place.every((value) => value >= 0 && value <= 1));
    expect(inside.length / points.length).toBeGreaterThan(0.97);
  });

  it('has a preset for each, under a name of its own, with words in both languages', () => {
    const { presets } = families.gen;
    const brought: readonly string[] = ['drawn', 'table', 'pictures'];
    const ours = genDatasetIds.filter((id) => !brought.includes(id));
    expect(new Set(presets.map(({ patch }) => patch.data?.dataset))).toEqual(new Set(ours));
    for (const { id, patch } of presets) {
      expect(presetConfig(id, defaultConfig())).toMatchObject({ family: 'gen', ...patch });
      for (const words of [en, zh]) expect(words.presets[id]?.about).toMatch(/\S/);
    }
  });

  it('begins with what the page begins with', () => {
    expect(presetConfig(families.gen.presets[0]?.id ?? '', defaultConfig())).toEqual(defaultConfig('gen'));
  });
});

describe('another distribution', () => {
  const ring = defaultConfig('gen');

  it('starts from its own sizes', () => {
    expect(distributionConfig(ring, 'normal').model).toMatchObject({ latent: 1, generator: [32, 32] });
    expect(distributionConfig(ring, 'ring8')).toMatchObject({
      model: { generator: [128, 128] },
      train: { batchSize: 256 },
    });
    expect(distributionConfig(distributionConfig(ring, 'normal'), 'ring')).toEqual(ring);
  });

  it('keeps what was changed of the data, the networks and their training', () => {
    const changed = patchConfig(ring, { data: { samples: 500 }, model: { generator: [9] }, train: { r1: 1 } });
    expect(distributionConfig(changed, 'grid25')).toMatchObject({
      data: { dataset: 'grid25', samples: 500 },
      model: { generator: [9], discriminator: [128, 128] },
      train: { r1: 1, batchSize: 256 },
    });
  });

  it('lays nothing over the article, and takes nothing from it', () => {
    const changed = patchConfig(ring, { model: { generator: [9] } });
    const article = distributionConfig(changed, 'articleGen');
    expect(article).toEqual(presetConfig('articleGen', ring));
    expect(distributionConfig(article, 'ring')).toEqual(ring);
  });
});

describe('what is known of a run that imitates', () => {
  it('tells what is going to be measured', () => {
    expect(Object.keys(expectedMeasures(infoOf('ring')))).toEqual([
      'discriminatorLoss',
      'generatorLoss',
      'testCalledReal',
    ]);
  });

  it('lets a picture of the plane not be taken for one of a line', () => {
    expect(outputsOf(infoOf('ring'))).toBe(outputsOf(infoOf('moons')));
    expect(outputsOf(infoOf('ring'))).not.toBe(outputsOf(infoOf('normal')));
  });

  it('takes a text for one, and a table for one', () => {
    expect(fileKind({ name: 'a.txt', type: '' }, 'gen')).toBe('text');
    expect(fileKind({ name: 'a.csv', type: '' }, 'gen')).toBe('table');
  });
});

describe('places', () => {
  it('are pixels from the left and from the top', () => {
    const box = { width: 200, height: 100 };
    expect([...toPixels([-3, 3, 3, -3, 0, 0], 3, box)]).toEqual([0, 0, 200, 100, 100, 50]);
  });
});

describe('arrows', () => {
  it('point where the pull does, upward on the screen for a positive y', () => {
    const [arrow] = arrowsOf([50, 60], [0, 1], 1, 40);
    expect(arrow).toMatchObject({ x: 50, y: 60, dx: 0, dy: -20 });
  });

  it('are longer for what pulls more, and never longer than the longest', () => {
    const pulls = [0.3, 1, 10, 1e9];
    const lengths = pulls.map((pull) => Math.abs(arrowsOf([0, 0], [pull, 0], 1, 40)[0]?.dx ?? 0));
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(pulls.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
  });

  it('are left out where there is hardly a pull, or none that is a number', () => {
    expect(arrowsOf([0, 0, 1, 1, 2, 2], [0, 0, 1e-6, 0, Number.NaN, 1], 1, 40)).toEqual([]);
  });
});

describe('the grid of noise', () => {
  it('is the denser the smaller its cells are', () => {
    const grid = (side: number) => Float32Array.from([0, 0, side, 0, 0, side, side, side]);
    const density = (side: number) => cellsOf(grid(side), 2, 4)[0]?.density ?? 0;
    expect(density(2)).toBeCloseTo(0.5, 12);
    expect(density(1)).toBeGreaterThan(density(2));
    expect(density(50)).toBeLessThan(0.01);
    expect(density(0)).toBe(1);
  });

  it('has a cell between every four of its points', () => {
    expect(cellsOf(new Float32Array(2 * 25), 5, 1)).toHaveLength(16);
  });
});

describe('noise that is shown', () => {
  it('is that which the points of the picture are made of', async () => {
    const config = genConfigOf({ model: { generator: [], bias: false, initializer: 'zero' }, seed: 3 });
    const { work, trainer } = genRunOf(config);
    const first = await trainer.state();
    trainer.dispose();
    // A generator that hands its noise on as it is.
    const parameters = first.parameters.map((_, i) => (i === 0 || i === 3 ? 1 : 0));
    const { trainer: plain } = genRunOf(config, { ...first, parameters, slots: {} });
    const frame = await work.frame(plain, false);
    plain.dispose();
    if (frame.kind !== 'points' || !('scaling' in work.info)) throw new Error('no frame of points');
    const { scaling, extent } = work.info;
    const noise = shownNoise(3, config.model, 2, extent);
    const unscaled = (value: number, i: number) => (value - (scaling.shift[i % 2] ?? 0)) / scaling.scale;
    const ratio = unscaled(frame.generated[0] ?? 0, 0) / (noise[0] ?? 1);
    for (const [i, value] of frame.generated.entries())
      expect(Math.abs(unscaled(value, i) - ratio * (noise[i] ?? 0))).toBeLessThan(1e-4);
  });

  it('of one number lies on a line, of many shows the first two', () => {
    const one = shownNoise(1, { latent: 1, noise: 'uniform' }, 2, 3);
    expect(one).toHaveLength(2 * pointsShown);
    expect(one.every((value, i) => i % 2 === 0 || value === 0)).toBe(true);
    const ten = shownNoise(1, { latent: 10, noise: 'normal' }, 2, 3);
    expect(new Set(ten).size).toBeGreaterThan(pointsShown);
  });

  it('has a lattice that is even in probability', () => {
    const lattice = shownLattice('uniform', 3, 2.3);
    expect([...lattice.subarray(0, 6)].map((value) => value.toFixed(3))).toEqual([
      '-1.333',
      '-1.333',
      '0.000',
      '-1.333',
      '1.333',
      '-1.333',
    ]);
  });
});

describe('the verdict', () => {
  const plane = Float32Array.from({ length: rasterSize ** 2 }, (_, i) => ((i % rasterSize) + 0.5) / rasterSize);

  it('is read between the places where it is known', () => {
    expect(verdictAt(plane, 3, 0, 1)).toBeCloseTo(0.5, 5);
    expect(verdictAt(plane, 3, 1.5, -2)).toBeCloseTo(0.75, 5);
    const line = plane.subarray(0, rasterSize);
    expect(verdictAt(line, 3, 0)).toBeCloseTo(0.5, 5);
    expect(verdictAt(line, 3, -9)).toBeCloseTo(0.5 / rasterSize, 5);
  });

  it('is upright', () => {
    const rising = Float32Array.from({ length: rasterSize ** 2 }, (_, i) => (i < rasterSize ? 1 : 0));
    expect(verdictAt(rising, 3, 0, 3)).toBe(1);
    expect(verdictAt(rising, 3, 0, -3)).toBe(0);
  });

  it('is counted over points', () => {
    expect(shareCalledReal(Float32Array.from([1, 0, 2, 0, -1, 0, 1, 1]), 2, plane, 3)).toBe(0.75);
    expect(shareCalledReal(Float32Array.from([1, -1]), 1, plane.subarray(0, rasterSize), 3)).toBe(0.5);
  });
});

describe('density', () => {
  it('of values is counted in bars whose area is their share', () => {
    const density = histogram(Float32Array.from([0.01, 0.01, -2.99, 9]), 3);
    expect(density).toHaveLength(bars);
    expect(density.reduce((sum, value) => sum + value, 0) * (6 / bars)).toBeCloseTo(0.75, 5);
    expect(density[bars / 2]).toBe(2 * (density[0] ?? 0));
  });

  it.each(distributionGroups.line)('of %s is its formula, with an area of 1', (id) => {
    const { x, y } = realDensity(infoOf(id), new Float32Array(0));
    const width = (x[1] ?? 0) - (x[0] ?? 0);
    expect(y.reduce((sum, value) => sum + value, 0) * width).toBeCloseTo(1, 1);
  });

  it('is counted where there is no formula', () => {
    const { y } = realDensity({ ...infoOf('normal'), name: 'mine' }, Float32Array.from([0.1]));
    expect(y).toHaveLength(bars);
  });
});

describe('slow motion', () => {
  it('goes through all stages, in two of which a network learns, and begins anew', () => {
    const walked = stageNames.reduce<string[]>((way) => [...way, stageAfter(way.at(-1) as 'noise')], ['noise']);
    expect(walked).toEqual([...stageNames, 'noise']);
    expect(stageNames.map((name) => stages[name].learns).filter(Boolean)).toEqual(['discriminator', 'generator']);
  });

  it('says what happens in both languages', () => {
    for (const { genView } of [en, zh])
      for (const name of stageNames) expect(genView.stage[name].text.length).toBeGreaterThan(10);
  });
});
