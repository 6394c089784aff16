import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch } from '../webgpu/dispatch';
import { type ProductShape, productShape } from './shape';

// Long products with small results. The stock kernel cuts their depth in pieces too, so that more than a few workgroups
// are at work, and then adds the pieces up with atomics, in whatever order they come: no two runs are the same. Here
// the pieces are written side by side, and added up in their order.

/** Rows and columns of a workgroup's tile, and its depth at a time; its 64 threads have 4 × 4 values each. */
const tile = 32;
const group = 64;
/** Depth of a piece at least, and pieces at most. */
const leastDepth = 4 * tile;
const mostPieces = 64;

/** Whether the stock kernel would add up with atomics: its own condition (BatchMatMul_impl.js). */
function isLong({ thresholdToIncreaseWorkgroups: few }: WebGPUBackend, { batch, m, n, k }: ProductShape): boolean {
  const tiles = Math.ceil(m / tile) * Math.ceil(n / tile);
  return batch === 1 && k >= 2000 && m * n > 128 && (tiles <= few || (m <= 8 && tiles <= 2 * few));
}

/** Loads a tile of an operand whose outer side begins at `outer0`; neighbouring threads read neighbouring values. */
const load = (name: 'left' | 'right', side: 'm' | 'n', outer0: string, isDeep: boolean) => `
      for (var i = i32(localIndex); i < ${tile * tile}; i += ${group}) {
        let k = ${isDeep ? `i % ${tile}` : `i / ${tile}`};
        let o = ${isDeep ? `i / ${tile}` : `i % ${tile}`};
        let at = (${outer0} + o) * uniforms.${name}Outer + (depth0 + k) * uniforms.${name}Depth;
        let exists = ${outer0} + o < uniforms.${side} && depth0 + k < end;
        ${name}Tile[k * ${tile + 1} + o] = select(0.0, ${name}[select(0, at, exists)], exists);
      }
`;

const piecesProgram = (isLeftDeep: boolean, isRightDeep: boolean) => `
  // Depth by depth, a row of the tile apart by one more than its length, which spares the banks of memory.
  var<workgroup> leftTile : array<f32, ${tile * (tile + 1)}>;
  var<workgroup> rightTile : array<f32, ${tile * (tile + 1)}>;
  fn main(index : i32) {
    let across = (uniforms.n + ${tile - 1}) / ${tile};
    let tiles = across * ((uniforms.m + ${tile - 1}) / ${tile});
    let piece = index / ${group} / tiles;
    let place = index / ${group} % tiles;
    let row0 = place / across * ${tile};
    let column0 = place % across * ${tile};
    let rowOf = i32(localIndex) / 8 * 4;
    let columnOf = i32(localIndex) % 8 * 4;
    let end = min(uniforms.k, (piece + 1) * uniforms.depth);
    var sums : array<vec4<f32>, 4>;
    for (var step = 0; step < uniforms.depth; step += ${tile}) {
      let depth0 = piece * uniforms.depth + step;
      ${load('left', 'm', 'row0', isLeftDeep)}
      ${load('right', 'n', 'column0', isRightDeep)}
      workgroupBarrier();
      for (var k = 0; k < ${tile}; k++) {
        let at = k * ${tile + 1} + columnOf;
        let values = vec4<f32>(rightTile[at], rightTile[at + 1], rightTile[at + 2], rightTile[at + 3]);
        for (var r = 0; r < 4; r++) { sums[r] += leftTile[k * ${tile + 1} + rowOf + r] * values; }
      }
      workgroupBarrier();
    }
    for (var r = 0; r < 4; r++) {
      for (var c = 0; c < 4; c++) {
        let row = row0 + rowOf + r;
        let column = column0 + columnOf + c;
        if (row < uniforms.m && column < uniforms.n && piece < uniforms.pieces) {
          result[(piece * uniforms.m + row) * uniforms.n + column] = sums[r][c];
        }
      }
    }
  }
`;

const joinProgram = (hasBias: boolean, isRelu: boolean) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    var sum = parts[index];
    for (var piece = 1; piece < uniforms.pieces; piece++) { sum += parts[piece * uniforms.size + index]; }
    ${hasBias ? 'sum += bias[index % uniforms.n];' : ''}
    result[index] = ${isRelu ? 'select(sum, 0.0, sum <= 0.0)' : 'sum'};
  }
`;

interface Operands {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
}

function product(
  backend: WebGPUBackend,
  shape: ProductShape,
  { a, b, bias }: Operands,
  isRelu: boolean,
): tf.TensorInfo {
  const { m, n, k, left, right, result } = shape;
  const depth = Math.max(leastDepth, Math.ceil(k / mostPieces / tile) * tile);
  const pieces = Math.ceil(k / depth);
  const tiles = Math.ceil(m / tile) * Math.ceil(n / tile);
  // Whether neighbours in memory are neighbours in depth.
  const [isLeftDeep, isRightDeep] = [left.column === 1, right.row === 1];
  const parts = dispatch(backend, {
    key: `product in pieces ${isLeftDeep} ${isRightDeep}`,
    inputs: { left: a, right: b },
    uniforms: {
      m: ['i32', m],
      n: ['i32', n],
      k: ['i32', k],
      depth: ['i32', depth],
      pieces: ['i32', pieces],
      leftOuter: ['i32', left.row],
      leftDepth: ['i32', left.column],
      rightOuter: ['i32', right.column],
      rightDepth: ['i32', right.row],
    },
    output: backend.makeTensorInfo([pieces, m, n], 'float32'),
    threads: pieces * tiles * group,
    group,
    code: () => piecesProgram(isLeftDeep, isRightDeep),
  });
  const joined = dispatch(backend, {
    key: `joined pieces ${bias !== undefined} ${isRelu}`,
    inputs: { parts, ...(bias ? { bias } : {}) },
    uniforms: { size: ['i32', m * n], n: ['i32', n], pieces: ['i32', pieces] },
    output: backend.makeTensorInfo(result, 'float32'),
    threads: m * n,
    code: () => joinProgram(bias !== undefined, isRelu),
  });
  backend.disposeData(parts.dataId);
  return joined;
}

type Attrs = Partial<tf._FusedMatMulAttrs>;

/** Puts our product of long matrices before the stock kernels, which go on doing all others. */
export function registerLongProducts(): void {
  for (const kernelName of [tf.BatchMatMul, tf._FusedMatMul]) {
    const stock = tf.getKernel(kernelName, 'webgpu');
    tf.unregisterKernel(kernelName, 'webgpu');
    tf.registerKernel({
      ...stock,
      kernelFunc(given) {
        const backend = given.backend as WebGPUBackend;
        const { a, b, bias } = given.inputs as unknown as Operands;
        const {
          transposeA = false,
          transposeB = false,
          activation = 'linear',
        } = (given.attrs ?? {}) as unknown as Attrs;
        const shape = productShape(a.shape, b.shape, transposeA, transposeB);
        const isOurs = shape !== null && isLong(backend, shape) && (activation === 'linear' || activation === 'relu');
        return isOurs ? product(backend, shape, { a, b, bias }, activation === 'relu') : stock.kernelFunc(given);
      },
    });
  }
}
