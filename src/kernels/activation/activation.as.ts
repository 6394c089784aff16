import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { cos, exp, expm1Negative, expNegative, sigmoid, sigmoidSlope, sin, softplus, tanh } from '../wasm/math.as';

// Kinds are indices of activationNames (training/names.ts); formulas and their sources are those of reference.ts.

const relu: i32 = 0;
const leakyRelu: i32 = 1;
const elu: i32 = 2;
const selu: i32 = 3;
const gelu: i32 = 4;
const swish: i32 = 5;
const mish: i32 = 6;
const softplusKind: i32 = 7;
const tanhKind: i32 = 8;
const sigmoidKind: i32 = 9;
const sine: i32 = 10;
const linear: i32 = 11;

const leak: f32 = 0.2;
const seluScale: f32 = 1.0507009873554805;
/** SELU's scale times its α. */
const seluBelow: f32 = 1.7580993408473766;
const geluScale: f32 = 1.5957691216057308;
const geluCube: f32 = 0.044715;
/** Beyond this size every slope but sine's is that of infinity, and no product overflows. */
const far: f32 = 100;

// @inline
function isAbove(x: v128): v128 {
  return f32x4.gt(x, f32x4.splat(0));
}

/** x · factor where the factor is 0 for −∞ and 1 for +∞. */
// @inline
function weigh(x: v128, factor: v128): v128 {
  return f32x4.mul(f32x4.pmax(x, f32x4.splat(-f32.MAX_VALUE)), factor);
}

/** min(x, 0), NaN for NaN */
// @inline
function below(x: v128): v128 {
  return f32x4.pmin(x, f32x4.splat(0));
}

/** What GELU takes the sigmoid of. */
// @inline
function geluInner(x: v128): v128 {
  const cube = f32x4.mul(f32x4.mul(f32x4.mul(x, x), x), f32x4.splat(geluCube));
  return f32x4.mul(f32x4.add(x, cube), f32x4.splat(geluScale));
}

/** q = w(w + 2) with w = eˣ: tanh(softplus x) is q / (q + 2). Nothing changes from x = 20 on. */
// @inline
function mishPart(w: v128): v128 {
  return f32x4.mul(w, f32x4.add(w, f32x4.splat(2)));
}

// @inline
function value(kind: i32, x: v128): v128 {
  switch (kind) {
    case relu:
      return f32x4.pmax(x, f32x4.splat(0));
    case leakyRelu:
      return v128.bitselect(x, f32x4.mul(x, f32x4.splat(leak)), isAbove(x));
    case elu:
      return v128.bitselect(x, expm1Negative(below(x)), isAbove(x));
    case selu:
      return v128.bitselect(
        f32x4.mul(x, f32x4.splat(seluScale)),
        f32x4.mul(expm1Negative(below(x)), f32x4.splat(seluBelow)),
        isAbove(x),
      );
    case gelu:
      return weigh(x, sigmoid(geluInner(x)));
    case swish:
      return weigh(x, sigmoid(x));
    case mish: {
      const q = mishPart(exp(f32x4.pmin(x, f32x4.splat(20))));
      return weigh(x, f32x4.div(q, f32x4.add(q, f32x4.splat(2))));
    }
    case softplusKind:
      return softplus(x);
    case tanhKind:
      return tanh(x);
    case sigmoidKind:
      return sigmoid(x);
    case sine:
      return sin(x);
    default:
      return x;
  }
}

// @inline
function slope(kind: i32, x: v128): v128 {
  const one = f32x4.splat(1);
  const near = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-far)), f32x4.splat(far));
  switch (kind) {
    case relu:
      return v128.and(one, isAbove(x));
    case leakyRelu:
      return v128.bitselect(one, f32x4.splat(leak), isAbove(x));
    case elu:
      return v128.bitselect(one, expNegative(below(x)), isAbove(x));
    case selu:
      return v128.bitselect(
        f32x4.splat(seluScale),
        f32x4.mul(expNegative(below(x)), f32x4.splat(seluBelow)),
        isAbove(x),
      );
    case gelu: {
      const inner = geluInner(near);
      const square = f32x4.mul(f32x4.mul(near, near), f32x4.splat(3 * geluCube));
      const innerSlope = f32x4.mul(f32x4.add(square, one), f32x4.splat(geluScale));
      return f32x4.add(sigmoid(inner), f32x4.mul(f32x4.mul(sigmoidSlope(inner), near), innerSlope));
    }
    case swish:
      return f32x4.add(sigmoid(near), f32x4.mul(sigmoidSlope(near), near));
    case mish: {
      const w = exp(f32x4.pmin(near, f32x4.splat(20)));
      const q = mishPart(w);
      const sum = f32x4.add(q, f32x4.splat(2));
      const product = f32x4.mul(f32x4.mul(f32x4.add(w, one), w), f32x4.mul(near, f32x4.splat(4)));
      return f32x4.add(f32x4.div(q, sum), f32x4.div(product, f32x4.mul(sum, sum)));
    }
    case softplusKind:
      return sigmoid(x);
    case tanhKind:
      return f32x4.mul(sigmoidSlope(f32x4.add(x, x)), f32x4.splat(4));
    case sigmoidKind:
      return sigmoidSlope(x);
    case sine:
      return cos(x);
    default:
      return one;
  }
}

/** A kind of its own gets a loop of its own. */
// @inline
function each(kind: i32, to: usize, x: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4, to += 16, x += 16)
    storeLanes(to, value(kind, loadLanes(x, left, f32x4.splat(0))), left);
}

// @inline
function eachSlope(kind: i32, to: usize, x: usize, dy: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4, to += 16, x += 16, dy += 16) {
    const zero = f32x4.splat(0);
    storeLanes(to, f32x4.mul(slope(kind, loadLanes(x, left, zero)), loadLanes(dy, left, zero)), left);
  }
}

/** to = activation(x), `count` floats. */
export function activate(kind: i32, to: usize, x: usize, count: i32): void {
  switch (kind) {
    case relu:
      return each(relu, to, x, count);
    case leakyRelu:
      return each(leakyRelu, to, x, count);
    case elu:
      return each(elu, to, x, count);
    case selu:
      return each(selu, to, x, count);
    case gelu:
      return each(gelu, to, x, count);
    case swish:
      return each(swish, to, x, count);
    case mish:
      return each(mish, to, x, count);
    case softplusKind:
      return each(softplusKind, to, x, count);
    case tanhKind:
      return each(tanhKind, to, x, count);
    case sigmoidKind:
      return each(sigmoidKind, to, x, count);
    case sine:
      return each(sine, to, x, count);
    default:
      return each(linear, to, x, count);
  }
}

/** to = dy ⊙ activation′(x), `count` floats. */
export function activateGradient(kind: i32, to: usize, x: usize, dy: usize, count: i32): void {
  switch (kind) {
    case relu:
      return eachSlope(relu, to, x, dy, count);
    case leakyRelu:
      return eachSlope(leakyRelu, to, x, dy, count);
    case elu:
      return eachSlope(elu, to, x, dy, count);
    case selu:
      return eachSlope(selu, to, x, dy, count);
    case gelu:
      return eachSlope(gelu, to, x, dy, count);
    case swish:
      return eachSlope(swish, to, x, dy, count);
    case mish:
      return eachSlope(mish, to, x, dy, count);
    case softplusKind:
      return eachSlope(softplusKind, to, x, dy, count);
    case tanhKind:
      return eachSlope(tanhKind, to, x, dy, count);
    case sigmoidKind:
      return eachSlope(sigmoidKind, to, x, dy, count);
    case sine:
      return eachSlope(sine, to, x, dy, count);
    default:
      return eachSlope(linear, to, x, dy, count);
  }
}
