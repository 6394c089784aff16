// Numbers of the elementwise functions, read by both compilers: TypeScript's and AssemblyScript's.

/** Functions of two numbers. */
export enum Binary {
  // Of floats.
  add,
  subtract,
  multiply,
  divide,
  maximum,
  minimum,
  squaredDifference,
  power,
  /** x, or a·x where x is negative. */
  prelu,
  /** dy · elu′, from dy and the value of elu. */
  eluGradient,
  // Of floats, giving a byte.
  equal,
  notEqual,
  greater,
  greaterEqual,
  less,
  lessEqual,
  // Of 32-bit integers.
  addIntegers,
  subtractIntegers,
  multiplyIntegers,
  maximumOfIntegers,
  minimumOfIntegers,
  // Of 32-bit integers, giving a byte.
  equalIntegers,
  notEqualIntegers,
  greaterIntegers,
  greaterEqualIntegers,
  lessIntegers,
  lessEqualIntegers,
  // Of bytes.
  and,
  or,
}

/** Functions of one float, some with constants p and q. */
export enum Unary {
  abs,
  negate,
  sign,
  square,
  squareRoot,
  inverseSquareRoot,
  reciprocal,
  floor,
  ceil,
  round,
  relu,
  relu6,
  /** p·x where x is negative. */
  leakyRelu,
  /** 1 where x is positive, else p. */
  step,
  /** Between p and q. */
  clip,
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  tanh,
  sigmoid,
  softplus,
  elu,
  selu,
}

/** Changes of type; a bool is a byte. */
export enum Cast {
  floatToInteger,
  integerToFloat,
  boolToFloat,
  boolToInteger,
  floatToBool,
  integerToBool,
}
