/**
 * Which of the three operands of a depthwise convolution is summed up from the other two: the result itself, or one of
 * its gradients. Read by both compilers: TypeScript's and AssemblyScript's.
 */
export enum Depthwise {
  result,
  images,
  filter,
}
