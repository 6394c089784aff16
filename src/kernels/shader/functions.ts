/**
 * Functions of one or a few floats that the formulas of our shaders are written in. Formulas are expressions and
 * assignments that mean the same in WGSL and in GLSL, so that each stands in one place; here are the functions for
 * both. A choice is made by `when`, which lets NaN through where min, max and clamp may drop it.
 */
interface ShaderFunction {
  readonly parameters: string;
  readonly returns: string;
}

const functions: Readonly<Record<string, ShaderFunction>> = {
  /** −1, 0 or 1. */
  signOf: { parameters: 'x', returns: 'when(x > 0.0, 1.0, when(x < 0.0, -1.0, x))' },
  /** factor · value, and 0 where the factor is: infinity has no say there. */
  weigh: { parameters: 'factor, value', returns: 'when(factor == 0.0, 0.0, factor * value)' },
  /** e⁻ˣ for x ≥ 0, which does not overflow. */
  fall: { parameters: 'x', returns: 'exp(-abs(x))' },
  sigmoid: { parameters: 'x', returns: 'when(x < 0.0, fall(x), 1.0) / (1.0 + fall(x))' },
  sigmoidSlope: { parameters: 'x', returns: 'fall(x) / ((1.0 + fall(x)) * (1.0 + fall(x)))' },
  /** tanh, which some drivers compute by an overflowing eˣ. */
  hyperbolicTangent: {
    parameters: 'x',
    returns: 'when(x < 0.0, -1.0, 1.0) * (1.0 - fall(2.0 * x)) / (1.0 + fall(2.0 * x))',
  },
  softplus: { parameters: 'x', returns: 'when(x > 0.0, x, 0.0) + log(1.0 + fall(x))' },
  /**
   * log u for u in (0, 1]; that of the language may be off by 2⁻²¹ near 1, where it should be next to 0. With
   * s = (u − 1) / (u + 1) it is 2·(s + s³/3 + s⁵/5 + …).
   */
  logSeries: {
    parameters: 's, z',
    returns:
      '2.0 * s * (1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z * (1.0 / 11.0 + z / 13.0))))))',
  },
  logShare: {
    parameters: 'u',
    returns: 'when(u > 0.5, logSeries((u - 1.0) / (u + 1.0), (u - 1.0) * (u - 1.0) / ((u + 1.0) * (u + 1.0))), log(u))',
  },
  /** Sine and cosine within an eighth of a turn of 0, from the angle and its square. */
  sineNear: {
    parameters: 'a, z',
    returns: 'a * (1.0 - z * (1.0 / 6.0 - z * (1.0 / 120.0 - z * (1.0 / 5040.0 - z / 362880.0))))',
  },
  cosineNear: { parameters: 'z', returns: '1.0 - z * (0.5 - z * (1.0 / 24.0 - z * (1.0 / 720.0 - z / 40320.0)))' },
  quarters: { parameters: 'turns', returns: 'floor(4.0 * turns + 0.5)' },
  arc: { parameters: 'turns', returns: '6.283185307179586 * (turns - 0.25 * quarters(turns))' },
  /** Sine `quarter` quarter turns after an angle near 0. */
  sineAfter: {
    parameters: 'quarter, a',
    returns:
      'when(quarter < 1.5, when(quarter < 0.5, sineNear(a, a * a), cosineNear(a * a)), -when(quarter < 2.5, sineNear(a, a * a), cosineNear(a * a)))',
  },
  /** sin(2π · turns): the language's own may be off by 2⁻¹¹, and differs from device to device. */
  sineOfTurns: {
    parameters: 'turns',
    returns: 'sineAfter(quarters(turns) - 4.0 * floor(0.25 * quarters(turns)), arc(turns))',
  },
  wholeTurns: { parameters: 'x', returns: 'floor(0.15915494309189535 * x + 0.5)' },
  /** x in turns, less the whole ones; 2π in two parts, of which the first is exact times a whole number. */
  turnsOf: {
    parameters: 'x',
    returns: '0.15915494309189535 * (x - 6.28125 * wholeTurns(x) - 0.0019353071795864769 * wholeTurns(x))',
  },
};

const named = Object.entries(functions);

export const wgslFunctions: string = [
  'fn when(condition : bool, yes : f32, no : f32) -> f32 { return select(no, yes, condition); }',
  ...named.map(
    ([name, { parameters, returns }]) =>
      `fn ${name}(${parameters.replaceAll(/\w+/g, '$& : f32')}) -> f32 { return ${returns}; }`,
  ),
].join('\n');

export const glslFunctions: string = [
  'float when(bool condition, float yes, float no) { return condition ? yes : no; }',
  ...named.map(
    ([name, { parameters, returns }]) =>
      `float ${name}(${parameters.replaceAll(/\w+/g, 'float $&')}) { return ${returns}; }`,
  ),
].join('\n');
