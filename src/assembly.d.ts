/** AssemblyScript, compiled by the build (scripts/lib/assembly.mjs): a WASM module in base64. */
declare module '*.as.ts?build=plain' {
  const code: string;
  export default code;
}
declare module '*.as.ts?build=shared' {
  const code: string;
  export default code;
}
