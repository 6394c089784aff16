/** What becomes of the values under a window; read by both compilers: TypeScript's and AssemblyScript's. */
export enum Pool {
  maximum,
  average,
}
