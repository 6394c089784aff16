import { loadLanes, storeLanes } from '../wasm/lanes.as';
import { cos, exp, expm1Negative, log, sigmoid, sin, softplus, tanh } from '../wasm/math.as';
import { Unary } from './kinds';
import { expm1, log1p } from './logarithms.as';

// Every function is a class without values, and the loops are generic: so each has a loop of its own, in which it stands
// inline. As one function with a switch inside, the loops are two to three times as slow in V8.

/** Functions that are a few instructions: four vectors at a time. */
function quick<F>(to: usize, from: usize, count: i32, p: f32, q: f32): void {
  const f = changetype<F>(0);
  const end = to + ((<usize>count) << 2);
  for (; to + 64 <= end; to += 64) {
    v128.store(to, f.of(v128.load(from), p, q));
    v128.store(to, f.of(v128.load(from, 16), p, q), 16);
    v128.store(to, f.of(v128.load(from, 32), p, q), 32);
    v128.store(to, f.of(v128.load(from, 48), p, q), 48);
    from += 64;
  }
  for (; to < end; to += 4) {
    v128.store32_lane(to, f.of(v128.load32_splat(from), p, q), 0);
    from += 4;
  }
}

/** Functions that are many: two vectors at a time, which share their constants. */
function slow<F>(to: usize, from: usize, count: i32, p: f32, q: f32): void {
  const f = changetype<F>(0);
  for (; count >= 8; count -= 8) {
    const first = f.of(v128.load(from), p, q);
    const second = f.of(v128.load(from, 16), p, q);
    v128.store(to, first);
    v128.store(to, second, 16);
    to += 32;
    from += 32;
  }
  for (; count > 0; count -= 4) {
    storeLanes(to, f.of(loadLanes(from, count, zero()), p, q), count);
    to += 16;
    from += 16;
  }
}

// @inline
function zero(): v128 {
  return f32x4.splat(0);
}

// @inline
function one(): v128 {
  return f32x4.splat(1);
}

class Abs {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.abs(x);
  }
}
class Negate {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.neg(x);
  }
}
class Sign {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.sub(v128.and(f32x4.gt(x, zero()), one()), v128.and(f32x4.lt(x, zero()), one()));
  }
}
class Square {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.mul(x, x);
  }
}
class SquareRoot {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.sqrt(x);
  }
}
class InverseSquareRoot {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.div(one(), f32x4.sqrt(x));
  }
}
class Reciprocal {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.div(one(), x);
  }
}
class Floor {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.floor(x);
  }
}
class Ceil {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.ceil(x);
  }
}
class Round {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.nearest(x);
  }
}
class Relu {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.pmax(x, zero());
  }
}
class Relu6 {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.pmin(f32x4.pmax(x, zero()), f32x4.splat(6));
  }
}
class LeakyRelu {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return v128.bitselect(f32x4.mul(x, f32x4.splat(p)), x, f32x4.lt(x, zero()));
  }
}
class Step {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return v128.bitselect(v128.bitselect(one(), f32x4.splat(p), f32x4.gt(x, zero())), x, f32x4.eq(x, x));
  }
}
class Clip {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return f32x4.pmax(f32x4.pmin(x, f32x4.splat(q)), f32x4.splat(p));
  }
}
class Exp {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return exp(x);
  }
}
class Expm1 {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return expm1(x);
  }
}
class Log {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return log(x);
  }
}
class Log1p {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return log1p(x);
  }
}
class Sin {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return sin(x);
  }
}
class Cos {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return cos(x);
  }
}
class Tanh {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return tanh(x);
  }
}
class Sigmoid {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return sigmoid(x);
  }
}
class Softplus {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return softplus(x);
  }
}
class Elu {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return v128.bitselect(expm1Negative(x), x, f32x4.lt(x, zero()));
  }
}

// Klambauer et al. 2017.
const seluScale: f32 = 1.0507009873554804934193349852946;
const seluScaleAlpha: f32 = 1.7580993408473768599402175208123;

class Selu {
  // @inline
  of(x: v128, p: f32, q: f32): v128 {
    return v128.bitselect(
      f32x4.mul(expm1Negative(x), f32x4.splat(seluScaleAlpha)),
      f32x4.mul(x, f32x4.splat(seluScale)),
      f32x4.lt(x, zero()),
    );
  }
}

/** to[i] = f(from[i]) for `count` floats; what the constants p and q mean is up to the function. */
export function unary(kind: i32, to: usize, from: usize, count: i32, p: f32, q: f32): void {
  switch (kind) {
    case Unary.abs:
      return quick<Abs>(to, from, count, p, q);
    case Unary.negate:
      return quick<Negate>(to, from, count, p, q);
    case Unary.sign:
      return quick<Sign>(to, from, count, p, q);
    case Unary.square:
      return quick<Square>(to, from, count, p, q);
    case Unary.squareRoot:
      return quick<SquareRoot>(to, from, count, p, q);
    case Unary.inverseSquareRoot:
      return quick<InverseSquareRoot>(to, from, count, p, q);
    case Unary.reciprocal:
      return quick<Reciprocal>(to, from, count, p, q);
    case Unary.floor:
      return quick<Floor>(to, from, count, p, q);
    case Unary.ceil:
      return quick<Ceil>(to, from, count, p, q);
    case Unary.round:
      return quick<Round>(to, from, count, p, q);
    case Unary.relu:
      return quick<Relu>(to, from, count, p, q);
    case Unary.relu6:
      return quick<Relu6>(to, from, count, p, q);
    case Unary.leakyRelu:
      return quick<LeakyRelu>(to, from, count, p, q);
    case Unary.step:
      return quick<Step>(to, from, count, p, q);
    case Unary.clip:
      return quick<Clip>(to, from, count, p, q);
    case Unary.exp:
      return slow<Exp>(to, from, count, p, q);
    case Unary.expm1:
      return slow<Expm1>(to, from, count, p, q);
    case Unary.log:
      return slow<Log>(to, from, count, p, q);
    case Unary.log1p:
      return slow<Log1p>(to, from, count, p, q);
    case Unary.sin:
      return slow<Sin>(to, from, count, p, q);
    case Unary.cos:
      return slow<Cos>(to, from, count, p, q);
    case Unary.tanh:
      return slow<Tanh>(to, from, count, p, q);
    case Unary.sigmoid:
      return slow<Sigmoid>(to, from, count, p, q);
    case Unary.softplus:
      return slow<Softplus>(to, from, count, p, q);
    case Unary.elu:
      return slow<Elu>(to, from, count, p, q);
    case Unary.selu:
      return slow<Selu>(to, from, count, p, q);
    default:
      unreachable();
  }
}
