/**
 * TensorFlow.js starts its WASM threads from the text of its own factory function (`factory.toString()`). The
 * function looks at a variable outside itself behind a `typeof` guard, and a minifier, which knows the variable to
 * exist, drops the guard: in the thread, where only the text arrives, every access then throws. The variable is
 * always undefined in a module, so it can go.
 */
export function threadedWasm() {
  return {
    name: 'threaded-wasm',
    /** @param {string} code @param {string} id */
    transform(code, id) {
      if (!id.endsWith('tfjs-backend-wasm-threaded-simd.js')) return null;
      return code
        .replace('typeof _scriptDir !== "undefined" && _scriptDir', 'false')
        .replace('Module["mainScriptUrlOrBlob"]||_scriptDir', 'Module["mainScriptUrlOrBlob"]');
    },
  };
}
