import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileAssembly } from '../../../scripts/lib/assembly.mjs';
import { cellActivations, cellNames, gateCount, traceCount } from '../../../src/kernels/recurrent/cells';
import {
  type Floats,
  type RecurrentSides,
  type RecurrentValues,
  referenceRecurrent,
  referenceRecurrentGradient,
} from '../../../src/kernels/recurrent/reference';
import { recurrentScratch } from '../../../src/kernels/recurrent/scratch';
import type { Operations } from '../../../src/kernels/wasm/operations';
import { drawValues, relativeError } from './cases';
import { GuardedMemory } from './guarded';
import { differences, dot, recurrentCases, recurrentValues } from './recurrentCases';

const entry = fileURLToPath(new URL('../../../src/kernels/recurrent/recurrent.as.ts', import.meta.url));

type Kernels = {
  readonly [Name in 'recurrent' | 'recurrentGradient']: (...given: Operations[Name]) => void;
};

const sidesOf = ({ cell, activation, steps, rows, units, reverse }: RecurrentSides) =>
  [cellNames.indexOf(cell), cellActivations.indexOf(activation), steps, rows, units, Number(reverse)] as const;

const rounded = (values: Floats) => new Float32Array(values);

describe.each(['plain', 'shared'] as const)('the %s build of recurrent layers', (build) => {
  let kernels: Kernels;
  let memory: GuardedMemory;
  beforeAll(async () => {
    memory = new GuardedMemory(build);
    const { code } = await compileAssembly(entry, build);
    const { instance } = await WebAssembly.instantiate(code, { env: { memory: memory.memory } });
    kernels = instance.exports as unknown as Kernels;
  }, 60_000);

  test.each(recurrentCases)('computes $name as the reference does', (sides) => {
    const values = recurrentValues(sides);
    const { cell, steps, rows, units } = sides;
    const width = gateCount(cell) * units;
    memory.clear();
    const put = (given: Floats | undefined) => (given ? memory.input(rounded(given)) : 0);
    const [projected, kernel, bias, h0, c0] = [
      put(values.projected),
      put(values.kernel),
      put(values.recurrentBias),
      put(values.h0),
      put(values.c0),
    ];
    const h = memory.output(steps * rows * units);
    const trace = memory.output(steps * rows * traceCount(cell) * units);
    const scratch = memory.scratch(recurrentScratch(units, width));
    kernels.recurrent(...sidesOf(sides), projected, kernel, bias, h0, c0, h, trace, scratch);
    memory.check();
    const expected = referenceRecurrent(sides, values);
    expect(relativeError(memory.read(h), rounded(expected.h))).toBeLessThan(2e-6);
    expect(relativeError(memory.read(trace), rounded(expected.trace))).toBeLessThan(2e-6);
  });

  test.each(recurrentCases)('computes the way back of $name as the reference does', (sides) => {
    const values = recurrentValues(sides);
    const { cell, steps, rows, units } = sides;
    const width = gateCount(cell) * units;
    const past = { ...values, ...referenceRecurrent(sides, values) };
    const dy = drawValues('dy', steps * rows * units);
    memory.clear();
    const put = (given: Floats | undefined) => (given ? memory.input(rounded(given)) : 0);
    const given = [put(past.kernel), put(past.h0), put(past.c0), put(past.h), put(past.trace), put(dy)] as const;
    const projected = memory.output(steps * rows * width);
    const recurrent = cell === 'gru' ? memory.output(steps * rows * width) : 0;
    const h0 = memory.output(rows * units);
    const c0 = cell === 'lstm' ? memory.output(rows * units) : 0;
    const scratch = memory.scratch(recurrentScratch(width, units));
    kernels.recurrentGradient(...sidesOf(sides), ...given, projected, recurrent, h0, c0, scratch);
    memory.check();
    const expected = referenceRecurrentGradient(sides, past, dy);
    const places = { projected, recurrent, h0, c0 };
    for (const [name, place] of Object.entries(places))
      if (place)
        expect(relativeError(memory.read(place), rounded(expected[name as keyof typeof places])), name).toBeLessThan(
          3e-6,
        );
  });
});

describe('gradients of recurrent layers are those of central differences', () => {
  const small = recurrentCases.filter(({ steps, rows, units }) => steps * rows * units <= 40 || units === 7);
  test.each(small)('$name', (sides) => {
    const drawn = recurrentValues(sides);
    const exact = (values: Floats | undefined) => Float64Array.from(values ?? []);
    const values = {
      projected: exact(drawn.projected),
      kernel: exact(drawn.kernel),
      h0: exact(drawn.h0),
      c0: exact(drawn.c0),
      ...(drawn.recurrentBias && { recurrentBias: exact(drawn.recurrentBias) }),
    } satisfies RecurrentValues;
    const dy = drawValues('dy', sides.steps * sides.rows * sides.units);
    const lossOf = () => dot(referenceRecurrent(sides, values).h, dy);
    const past = { ...values, ...referenceRecurrent(sides, values) };
    const gradients = referenceRecurrentGradient(sides, past, dy);
    for (const name of ['projected', 'h0', 'c0'] as const) {
      if (name === 'c0' && sides.cell !== 'lstm') continue;
      const expected = differences(values[name], lossOf);
      gradients[name].forEach((value, i) => expect(value, name).toBeCloseTo(expected[i] as number, 7));
    }
    // What the kernel and the bias get follows from the gradient of the recurrent part.
    const { kernel, recurrentBias } = values;
    const width = gateCount(sides.cell) * sides.units;
    const size = sides.rows * sides.units;
    const dKernel = new Float64Array(kernel.length);
    const dBias = new Float64Array(width);
    for (let row = 0; row < sides.steps * sides.rows; row++) {
      const [time, example] = [Math.floor(row / sides.rows), row % sides.rows];
      const timeBefore = time + (sides.reverse ? 1 : -1);
      const isFirst = timeBefore < 0 || timeBefore === sides.steps;
      const before = isFirst ? values.h0 : past.h.subarray(timeBefore * size, (timeBefore + 1) * size);
      for (let j = 0; j < width; j++) {
        const slope = gradients.recurrent[row * width + j] as number;
        dBias[j] = (dBias[j] as number) + slope;
        for (let i = 0; i < sides.units; i++)
          dKernel[i * width + j] =
            (dKernel[i * width + j] as number) + (before[example * sides.units + i] as number) * slope;
      }
    }
    const expectedKernel = differences(kernel, lossOf);
    dKernel.forEach((value, i) => expect(value, 'kernel').toBeCloseTo(expectedKernel[i] as number, 7));
    if (!recurrentBias) return;
    const expectedBias = differences(recurrentBias, lossOf);
    dBias.forEach((value, i) => expect(value, 'bias').toBeCloseTo(expectedBias[i] as number, 7));
  });
});
