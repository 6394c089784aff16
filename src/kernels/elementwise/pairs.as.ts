import { power } from './power.as';

// Functions of two vectors of four. Comparisons give all bits or none.

export class Add {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}
export class Subtract {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.sub(a, b);
  }
}
export class Multiply {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
}
export class Divide {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.div(a, b);
  }
}
export class Maximum {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
}
export class Minimum {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
}
export class SquaredDifference {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.mul(f32x4.sub(a, b), f32x4.sub(a, b));
  }
}
export class Power {
  // @inline
  of(a: v128, b: v128): v128 {
    return power(a, b);
  }
}
export class Prelu {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.bitselect(f32x4.mul(a, b), a, f32x4.lt(a, f32x4.splat(0)));
  }
}
export class EluGradient {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, f32x4.splat(1))), f32x4.ge(b, f32x4.splat(0)));
  }
}
export class Equal {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.eq(a, b);
  }
}
export class NotEqual {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.ne(a, b);
  }
}
export class Greater {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.gt(a, b);
  }
}
export class GreaterEqual {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.ge(a, b);
  }
}
export class Less {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.lt(a, b);
  }
}
export class LessEqual {
  // @inline
  of(a: v128, b: v128): v128 {
    return f32x4.le(a, b);
  }
}
export class AddIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.add(a, b);
  }
}
export class SubtractIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.sub(a, b);
  }
}
export class MultiplyIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.mul(a, b);
  }
}
export class MaximumOfIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.max_s(a, b);
  }
}
export class MinimumOfIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.min_s(a, b);
  }
}
export class EqualIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.eq(a, b);
  }
}
export class NotEqualIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.ne(a, b);
  }
}
export class GreaterIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.gt_s(a, b);
  }
}
export class GreaterEqualIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.ge_s(a, b);
  }
}
export class LessIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.lt_s(a, b);
  }
}
export class LessEqualIntegers {
  // @inline
  of(a: v128, b: v128): v128 {
    return i32x4.le_s(a, b);
  }
}
