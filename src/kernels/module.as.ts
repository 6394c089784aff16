// All of our WASM kernels: one module, which computes in TensorFlow.js's memory.
export { products, workspaceBytes } from './matmul/product.as';
