import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWeights } from '../../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../../src/formats/weights';
import { Problem } from '../../../src/problem';
import { changes, type Path, placesIn, put } from './mutate';
import { sample } from './samples';

const valid = (name: string): unknown => JSON.parse(stringifyWeights(encodeWeights(sample(name), new Date(0))));
const points = valid('two classes of points');
const table = valid('classes of a table');
const numbers = valid('numbers of a table, with adagrad');
const text = valid('running text with its carried state, two layers');
const answers = valid('written answers, simple cells');
const belief = valid('a class at every step, both ways');
const strokes = valid('one class of many to numbers, normalized');
const forecast = valid('a forecast of two series from several columns');
const pair = valid('an adversarial pair in the plane');
const rows = valid('an adversarial pair of a table that is told a column');
const columns = valid('an adversarial pair of two columns');
const modes = valid('an adversarial pair with two optimizers, of modes');

function outcome(file: unknown): Problem | 'read' {
  try {
    const { parameters, slots, tensors, carried = {}, ...counters } = parseWeights(file);
    const size = tensors.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    for (const vector of [parameters, ...Object.values(slots)]) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(size);
      expect(vector.every(Number.isFinite)).toBe(true);
    }
    for (const state of Object.values(carried)) expect(state.every(Number.isFinite)).toBe(true);
    const { step, epoch, position, optimizerSteps } = counters;
    for (const count of [step, epoch, position, ...optimizerSteps]) expect(count).toBeGreaterThanOrEqual(0);
    return 'read';
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The field that a problem is about. */
function fieldOf({ key, values }: Problem): string {
  if (key === 'weightsFormat') return 'format';
  if (key === 'weightsVersion' || key === 'configVersion') return 'version';
  if (key === 'unknownFamily') return 'family';
  if (key === 'configNotObject') return 'config';
  return String(values.field ?? values.path ?? '');
}

/** Every name that a field of the file can have, and the names of fields that do not belong in it. */
const fieldNames =
  /^(the file|format|version|config|family|seed|backend|data|model|train|tensors|training|extra|constructor|toString|__proto__|prototype)/;

function expectNamed(problem: Problem): void {
  const field = fieldOf(problem);
  if (problem.key === 'unknownSetting') expect(field).not.toBe('');
  else expect(field).toMatch(fieldNames);
  expect(problem.message).toContain(field);
  expect(problem.message).not.toMatch(/\{\w+\}/);
}

describe('a malformed weights file is refused with the name of the field, or read whole:', () => {
  for (const [name, file] of Object.entries({
    points,
    table,
    numbers,
    text,
    answers,
    belief,
    strokes,
    forecast,
    pair,
    modes,
  })) {
    const places = placesIn(file);

    test(`200 files of ${name} with one to three fields changed`, () => {
      const tally = { read: 0, refused: 0 };
      fc.assert(
        fc.property(fc.array(changes(places), { minLength: 1, maxLength: 3 }), (all) => {
          const result = outcome(all.reduce((changed, change) => change(changed), file));
          if (result === 'read') tally.read += 1;
          else {
            tally.refused += 1;
            expectNamed(result);
          }
        }),
        { seed: 1, numRuns: 200 },
      );
      expect(tally.read).toBeGreaterThan(5);
      expect(tally.refused).toBeGreaterThan(100);
    });
  }

  test('200 files with a piece of their text cut out, where that is still JSON', () => {
    const written = JSON.stringify(table);
    let parsed = 0;
    fc.assert(
      fc.property(
        fc.nat(written.length),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('', '1', '9', ']', '"', 'e9'),
        (start, length, put) => {
          let file: unknown;
          try {
            file = JSON.parse(written.slice(0, start) + put + written.slice(start + length));
          } catch {
            return;
          }
          parsed += 1;
          const result = outcome(file);
          if (result !== 'read') expectNamed(result);
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
    expect(parsed).toBeGreaterThan(200);
  });

  test('values that are no objects at all', () => {
    for (const value of [undefined, null, 0, '', 'weights', [], [points], true, new Map(), () => {}]) {
      const result = outcome(value);
      expect(result).toBeInstanceOf(Problem);
      expectNamed(result as Problem);
    }
  });
});

describe('the message names', () => {
  const cases: readonly (readonly [file: unknown, path: Path, value: unknown, field: string])[] = [
    [points, ['format'], 'other', 'format'],
    [points, ['format'], { toString: null }, 'format'],
    [points, ['version'], 2, 'version'],
    [points, ['version'], undefined, 'version'],
    [points, ['config'], undefined, 'config'],
    [points, ['config', 'model', 'layers'], [0], 'model.layers'],
    [points, ['config', 'train', 'batchSize'], '10', 'train.batchSize'],
    [points, ['config', 'train', 'speed'], 1, 'train.speed'],
    [points, ['config', 'train'], 'fast', 'config'],
    [points, ['data'], null, 'data'],
    [points, ['data', 'rows'], -1, 'data.rows'],
    [points, ['data', 'inputs', 'kind'], 'images', 'data.inputs.kind'],
    [points, ['data', 'inputs', 'extent'], 0, 'data.inputs.extent'],
    [points, ['data', 'inputs', 'coordinates'], [], 'data.inputs.coordinates'],
    [points, ['data', 'target', 'classes'], ['one'], 'data.target.classes'],
    [points, ['tensors'], {}, 'tensors'],
    [points, ['tensors', 2], undefined, 'training.optimizer.slots.mean'],
    [points, ['tensors', 0, 'name'], 3, 'tensors[0].name'],
    [points, ['tensors', 1, 'shape'], [17], 'tensors[1].values'],
    [points, ['tensors', 1, 'shape', 0], -16, 'tensors[1].shape[0]'],
    [points, ['tensors', 1, 'shape', 0], 1e308, 'tensors[1].shape[0]'],
    [points, ['tensors', 0, 'dtype'], 'float64', 'tensors[0].dtype'],
    [points, ['tensors', 0, 'values', 2], null, 'tensors[0].values[2]'],
    [points, ['tensors', 0, 'values', 2], 'NaN', 'tensors[0].values[2]'],
    [points, ['tensors', 0, 'values', 2], { toString: null, valueOf: null }, 'tensors[0].values[2]'],
    [points, ['tensors', 0, 'values', 2], Number.POSITIVE_INFINITY, 'tensors[0].values[2]'],
    [points, ['tensors', 0, 'values', 2], 3.5e38, 'tensors[0].values[2]'],
    [points, ['tensors', 0, 'values', 31], undefined, 'tensors[0].values'],
    [points, ['tensors', 0, 'base64'], 'AACAPw==', 'tensors[0].base64'],
    [points, ['tensors', 0, 'base64'], '§', 'tensors[0].base64'],
    [points, ['tensors', 1, 'base64'], 'AADAfwAAwH8'.padEnd(86, 'A'), 'tensors[1].base64'],
    [points, ['training', 'step'], 1.5, 'training.step'],
    [points, ['training', 'optimizer', 'steps'], undefined, 'training.optimizer.steps'],
    [points, ['training', 'optimizer', 'slots', 'mean', 0], undefined, 'training.optimizer.slots.mean'],
    [points, ['training', 'optimizer', 'slots', 'mean', 0, 'name'], 'x', 'training.optimizer.slots.mean[0]'],
    [points, ['training', 'rng', 'position'], '0', 'training.rng.position'],
    [table, ['data', 'inputs', 'columns', 0, 'deviation'], 0, 'data.inputs.columns[0].deviation'],
    [table, ['data', 'inputs', 'columns', 1, 'categories', 1], 7, 'data.inputs.columns[1].categories[1]'],
    [table, ['data', 'inputs', 'columns', 1, 'fill'], undefined, 'data.inputs.columns[1].fill'],
    [numbers, ['data', 'target', 'mean'], [1, 2], 'data.target.mean'],
    [numbers, ['data', 'target', 'deviation', 0], -1, 'data.target.deviation[0]'],
    [text, ['config', 'family'], 'net', 'data.form'],
    [text, ['config'], { version: 1, family: 'net' }, 'data'],
    [points, ['config'], { version: 1, family: 'rec' }, 'data'],
    [text, ['config', 'model', 'layers'], [], 'model.layers'],
    [text, ['config', 'model', 'layers'], [4, 2], 'training.carried[2]'],
    [text, ['config', 'train', 'batchSize'], 4, 'training.carried[0]'],
    [text, ['data'], {}, 'data.name'],
    [text, ['data', 'name'], 1, 'data.name'],
    [text, ['data', 'rows'], -1, 'data.rows'],
    [text, ['data', 'task'], 'series', 'data.layout.kind'],
    [text, ['data', 'task'], 'text', 'data.task'],
    [text, ['data', 'length'], 0, 'data.length'],
    [text, ['data', 'length'], 1e9, 'data.length'],
    [text, ['data', 'layout', 'kind'], 'all', 'data.layout.kind'],
    [text, ['data', 'layout', 'kind'], 'every', 'data.layout.kind'],
    [text, ['data', 'layout', 'form'], undefined, 'data.layout.form'],
    [text, ['data', 'input', 'kind'], 'numbers', 'data.input.columns'],
    [text, ['data', 'input', 'vocabulary'], ['a'], 'data.input.vocabulary'],
    [text, ['data', 'input', 'vocabulary', 1], 'ab', 'data.input.vocabulary[1]'],
    [text, ['data', 'input', 'vocabulary', 1], 2, 'data.input.vocabulary[1]'],
    [text, ['data', 'input', 'vocabulary', 1], '\n', 'data.input.vocabulary'],
    [text, ['data', 'output', 'vocabulary', 1], 'x', 'data.output.vocabulary[1]'],
    [text, ['data', 'output', 'vocabulary', 1], undefined, 'data.output.vocabulary[1]'],
    [text, ['data', 'output'], { kind: 'classes', name: '', classes: ['a', 'b'] }, 'data.output.kind'],
    [text, ['training', 'carried'], {}, 'training.carried'],
    [text, ['training', 'carried', 0], undefined, 'training.carried'],
    [text, ['training', 'carried', 0, 'name'], 'layer7/h', 'training.carried[0]'],
    [text, ['training', 'carried', 1, 'shape'], [4, 3], 'training.carried[1]'],
    [text, ['training', 'carried', 1, 'values', 5], null, 'training.carried[1].values[5]'],
    [answers, ['data', 'layout', 'question'], 0, 'data.layout.question'],
    [answers, ['data', 'layout', 'answer'], 7, 'data.length'],
    [answers, ['data', 'layout', 'reversed'], 1, 'data.layout.reversed'],
    [answers, ['data', 'input', 'vocabulary', 0], 'x', 'data.input.vocabulary'],
    [belief, ['data', 'output', 'classes'], ['one'], 'data.output.classes'],
    [belief, ['data', 'output', 'classes'], ['one', 'one'], 'data.output.classes'],
    [belief, ['data', 'output', 'kind'], 'points', 'data.output.kind'],
    [strokes, ['data', 'input', 'columns'], [], 'data.input.columns'],
    [strokes, ['data', 'input', 'columns', 1, 'name'], undefined, 'data.input.columns[1].name'],
    [strokes, ['data', 'input', 'columns', 1, 'measure'], 'log', 'data.input.columns[1].measure'],
    [strokes, ['data', 'input', 'scales'], [], 'data.input.scales'],
    [strokes, ['data', 'input', 'scales', 0, 'mean'], [1], 'data.input.scales[0].mean'],
    [strokes, ['data', 'input', 'scales', 0, 'mean', 0], 'x', 'data.input.scales[0].mean[0]'],
    [strokes, ['data', 'input', 'scales', 0, 'deviation', 0], 0, 'data.input.scales[0].deviation'],
    [forecast, ['data', 'output', 'horizon'], 2, 'data.output.scales[0].mean'],
    [forecast, ['data', 'output', 'horizon'], 1e12, 'data.output.horizon'],
    [forecast, ['data', 'output', 'measure'], undefined, 'data.output.measure'],
    [forecast, ['data', 'output', 'scales', 1], undefined, 'data.output.scales'],
    [forecast, ['data', 'output', 'scales', 1, 'key'], 'C', 'data.output.scales[1].key'],
    [forecast, ['data', 'layout', 'kind'], 'every', 'data.layout.kind'],
    [points, ['training', 'optimizer', 'steps'], [1, 2], 'training.optimizer.steps'],
    [pair, ['config'], { version: 1, family: 'net' }, 'data'],
    [points, ['config'], { version: 1, family: 'gen' }, 'data'],
    [pair, ['data', 'imitates'], 'sounds', 'data.imitates'],
    [rows, ['data', 'columns'], [], 'data.columns'],
    [rows, ['data', 'columns', 0, 'type'], 'text', 'data.columns[0].type'],
    [rows, ['data', 'columns', 0, 'deviation'], 0, 'data.columns[0].deviation'],
    [rows, ['data', 'columns', 0, 'decimals'], 40, 'data.columns[0].decimals'],
    [rows, ['data', 'columns', 1, 'categories'], [], 'data.columns[1].categories'],
    [rows, ['data', 'condition'], undefined, 'data.condition'],
    [rows, ['data', 'condition', 'column'], 'length', 'data.condition.column'],
    [rows, ['data', 'condition', 'shares'], [1], 'data.condition.shares'],
    [columns, ['data', 'units'], [], 'data.units'],
    [columns, ['data', 'units', 0, 'deviation'], -1, 'data.units[0].deviation'],
    [pair, ['data', 'name'], undefined, 'data.name'],
    [pair, ['data', 'rows'], 0.5, 'data.rows'],
    [pair, ['data', 'coordinates'], [], 'data.coordinates'],
    [pair, ['data', 'coordinates'], ['x', 'x'], 'data.coordinates'],
    [pair, ['data', 'coordinates'], ['x'], 'data.scaling.shift'],
    [pair, ['data', 'extent'], 0, 'data.extent'],
    [pair, ['data', 'scaling'], undefined, 'data.scaling'],
    [pair, ['data', 'scaling', 'shift', 1], 'up', 'data.scaling.shift[1]'],
    [pair, ['data', 'scaling', 'scale'], -1, 'data.scaling.scale'],
    [pair, ['data', 'modes'], undefined, 'data.modes'],
    [modes, ['data', 'modes', 'centres', 3], undefined, 'data.modes.centres'],
    [modes, ['data', 'modes', 'centres'], [], 'data.modes.centres'],
    [modes, ['data', 'modes', 'deviation'], 0, 'data.modes.deviation'],
    [pair, ['training', 'ema'], undefined, 'training.ema'],
    [pair, ['training', 'ema', 0], undefined, 'training.ema'],
    [pair, ['training', 'ema', 1, 'name'], 'discriminator/dense0/bias', 'training.ema[1]'],
    [pair, ['training', 'ema', 0, 'values', 2], null, 'training.ema[0].values[2]'],
    [pair, ['training', 'optimizer', 'steps'], 7, 'training.optimizer.steps'],
    [pair, ['training', 'optimizer', 'steps'], [7], 'training.optimizer.steps'],
    [pair, ['training', 'optimizer', 'steps', 1], -1, 'training.optimizer.steps[1]'],
    [modes, ['training', 'optimizer', 'slots', 'square'], undefined, 'training.optimizer.slots.square'],
  ];

  for (const [file, path, value, field] of cases) {
    test(`${field} when ${path.join('.')} is ${value === undefined ? 'missing' : JSON.stringify(value)}`, () => {
      const result = outcome(put(file, path, value));
      expect(result).toBeInstanceOf(Problem);
      expect(fieldOf(result as Problem)).toBe(field);
      expectNamed(result as Problem);
    });
  }
});
