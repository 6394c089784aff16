/** What becomes of many numbers; read by both compilers: TypeScript's and AssemblyScript's. */
export enum Reduce {
  // Of floats.
  sum,
  mean,
  product,
  maximum,
  minimum,
  // Of 32-bit integers.
  sumOfIntegers,
  productOfIntegers,
  maximumOfIntegers,
  minimumOfIntegers,
  // Of bytes.
  all,
  any,
  // The position, a 32-bit integer, of the first largest or smallest float.
  argMaximum,
  argMinimum,
}
