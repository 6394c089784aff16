import { cos, exp, expm1Negative, log, sigmoid, sin, softplus, tanh } from '../wasm/math.as';
import { Unary } from './kinds';
import { expm1, log1p } from './logarithms.as';

// Klambauer et al. 2017.
const seluScale: f32 = 1.0507009873554804934193349852946;
const seluScaleAlpha: f32 = 1.7580993408473768599402175208123;

/** Four values at a time. `kind` is a constant here, so that every kind has a loop of its own. */
// @inline
function apply(kind: i32, x: v128, p: f32, q: f32): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  switch (kind) {
    case Unary.abs:
      return f32x4.abs(x);
    case Unary.negate:
      return f32x4.neg(x);
    case Unary.sign:
      return f32x4.sub(v128.and(f32x4.gt(x, zero), one), v128.and(f32x4.lt(x, zero), one));
    case Unary.square:
      return f32x4.mul(x, x);
    case Unary.squareRoot:
      return f32x4.sqrt(x);
    case Unary.inverseSquareRoot:
      return f32x4.div(one, f32x4.sqrt(x));
    case Unary.reciprocal:
      return f32x4.div(one, x);
    case Unary.floor:
      return f32x4.floor(x);
    case Unary.ceil:
      return f32x4.ceil(x);
    case Unary.round:
      return f32x4.nearest(x);
    case Unary.relu:
      return f32x4.pmax(x, zero);
    case Unary.relu6:
      return f32x4.pmin(f32x4.pmax(x, zero), f32x4.splat(6));
    case Unary.leakyRelu:
      return v128.bitselect(f32x4.mul(x, f32x4.splat(p)), x, f32x4.lt(x, zero));
    case Unary.step:
      return v128.bitselect(v128.bitselect(one, f32x4.splat(p), f32x4.gt(x, zero)), x, f32x4.eq(x, x));
    case Unary.clip:
      return f32x4.pmax(f32x4.pmin(x, f32x4.splat(q)), f32x4.splat(p));
    case Unary.exp:
      return exp(x);
    case Unary.expm1:
      return expm1(x);
    case Unary.log:
      return log(x);
    case Unary.log1p:
      return log1p(x);
    case Unary.sin:
      return sin(x);
    case Unary.cos:
      return cos(x);
    case Unary.tanh:
      return tanh(x);
    case Unary.sigmoid:
      return sigmoid(x);
    case Unary.softplus:
      return softplus(x);
    case Unary.elu:
      return v128.bitselect(expm1Negative(x), x, f32x4.lt(x, zero));
    default:
      return v128.bitselect(
        f32x4.mul(expm1Negative(x), f32x4.splat(seluScaleAlpha)),
        f32x4.mul(x, f32x4.splat(seluScale)),
        f32x4.lt(x, zero),
      );
  }
}

// @inline
function all(kind: i32, to: usize, from: usize, count: i32, p: f32, q: f32): void {
  const whole = to + ((<usize>(count & ~3)) << 2);
  const end = to + ((<usize>count) << 2);
  for (; to < whole; to += 16) {
    v128.store(to, apply(kind, v128.load(from), p, q));
    from += 16;
  }
  for (; to < end; to += 4) {
    v128.store32_lane(to, apply(kind, v128.load32_splat(from), p, q), 0);
    from += 4;
  }
}

/** to[i] = f(from[i]) for `count` floats; what the constants p and q mean is up to the function. */
export function unary(kind: i32, to: usize, from: usize, count: i32, p: f32, q: f32): void {
  switch (kind) {
    case Unary.abs:
      return all(Unary.abs, to, from, count, p, q);
    case Unary.negate:
      return all(Unary.negate, to, from, count, p, q);
    case Unary.sign:
      return all(Unary.sign, to, from, count, p, q);
    case Unary.square:
      return all(Unary.square, to, from, count, p, q);
    case Unary.squareRoot:
      return all(Unary.squareRoot, to, from, count, p, q);
    case Unary.inverseSquareRoot:
      return all(Unary.inverseSquareRoot, to, from, count, p, q);
    case Unary.reciprocal:
      return all(Unary.reciprocal, to, from, count, p, q);
    case Unary.floor:
      return all(Unary.floor, to, from, count, p, q);
    case Unary.ceil:
      return all(Unary.ceil, to, from, count, p, q);
    case Unary.round:
      return all(Unary.round, to, from, count, p, q);
    case Unary.relu:
      return all(Unary.relu, to, from, count, p, q);
    case Unary.relu6:
      return all(Unary.relu6, to, from, count, p, q);
    case Unary.leakyRelu:
      return all(Unary.leakyRelu, to, from, count, p, q);
    case Unary.step:
      return all(Unary.step, to, from, count, p, q);
    case Unary.clip:
      return all(Unary.clip, to, from, count, p, q);
    case Unary.exp:
      return all(Unary.exp, to, from, count, p, q);
    case Unary.expm1:
      return all(Unary.expm1, to, from, count, p, q);
    case Unary.log:
      return all(Unary.log, to, from, count, p, q);
    case Unary.log1p:
      return all(Unary.log1p, to, from, count, p, q);
    case Unary.sin:
      return all(Unary.sin, to, from, count, p, q);
    case Unary.cos:
      return all(Unary.cos, to, from, count, p, q);
    case Unary.tanh:
      return all(Unary.tanh, to, from, count, p, q);
    case Unary.sigmoid:
      return all(Unary.sigmoid, to, from, count, p, q);
    case Unary.softplus:
      return all(Unary.softplus, to, from, count, p, q);
    case Unary.elu:
      return all(Unary.elu, to, from, count, p, q);
    case Unary.selu:
      return all(Unary.selu, to, from, count, p, q);
    default:
      unreachable();
  }
}
