// All of our WASM kernels: one module, which computes in TensorFlow.js's memory. The numbers by which a recorded list
// names them are in perform.as.ts.

export { activate, activateGradient } from '../activation/activation.as';
export { columnSums } from '../columns/columns.as';
export { fold, unfold } from '../convolution/unfold.as';
export { batch, copy, gather } from '../copy/copy.as';
export { depthwise } from '../depthwise/depthwise.as';
export { binary } from '../elementwise/binary.as';
export { cast, fill, not, select } from '../elementwise/cast.as';
export { unary } from '../elementwise/unary.as';
export { embed, embedGradient } from '../embed/embed.as';
export { oneHot, segmentSum } from '../indices/indices.as';
export { exampleLoss, meanLoss, meanLossGradient } from '../loss/loss.as';
export { products, workspaceBytes } from '../matmul/product.as';
export { move } from '../move/move.as';
export { layerNorm, layerNormGainGradient, layerNormGradient } from '../norm/norm.as';
export { normalize } from '../normalization/normalize.as';
export { optimize } from '../optimize/optimize.as';
export { pool, poolGradient } from '../pooling/pool.as';
export { dropout, random } from '../random/random.as';
export { recurrent, recurrentGradient } from '../recurrent/recurrent.as';
export { reduce } from '../reduce/reduce.as';
export { softmax } from '../softmax/softmax.as';
export { weightedLoss, weightedLossGradient } from '../weighted/weighted.as';
export { advance, keep } from './feed.as';
export { replay } from './perform.as';
