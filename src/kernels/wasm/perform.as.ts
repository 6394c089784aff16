// What a recorded list says, done.

import { activate, activateGradient } from '../activation/activation.as';
import { columnSums } from '../columns/columns.as';
import { fold, unfold } from '../convolution/unfold.as';
import { batch, copy, gather } from '../copy/copy.as';
import { depthwise } from '../depthwise/depthwise.as';
import { binary } from '../elementwise/binary.as';
import { cast, fill, not, select } from '../elementwise/cast.as';
import { unary } from '../elementwise/unary.as';
import { embed, embedGradient } from '../embed/embed.as';
import { oneHot, segmentSum } from '../indices/indices.as';
import { exampleLoss, meanLoss, meanLossGradient } from '../loss/loss.as';
import { products } from '../matmul/product.as';
import { move } from '../move/move.as';
import { layerNorm, layerNormGainGradient, layerNormGradient } from '../norm/norm.as';
import { normalize } from '../normalization/normalize.as';
import { optimize } from '../optimize/optimize.as';
import { pool, poolGradient } from '../pooling/pool.as';
import { dropout, random } from '../random/random.as';
import { recurrent, recurrentGradient } from '../recurrent/recurrent.as';
import { reduce } from '../reduce/reduce.as';
import { softmax } from '../softmax/softmax.as';
import { weightedLoss, weightedLossGradient } from '../weighted/weighted.as';
import { advance, keep } from './feed.as';

/** Bytes of one argument in a recorded list: everything is a 64-bit float there, which holds every place and count. */
const argumentBytes: usize = 8;

// @inline
function arg(at: usize, index: usize): f64 {
  return load<f64>(at + argumentBytes * (index + 2));
}

// @inline
function int(at: usize, index: usize): i32 {
  return <i32>arg(at, index);
}

// @inline
function place(at: usize, index: usize): usize {
  return <usize>arg(at, index);
}

// @inline
function float(at: usize, index: usize): f32 {
  return <f32>arg(at, index);
}

// @inline
function word(at: usize, index: usize): u32 {
  return <u32>arg(at, index);
}

/** Performs one entry of a list; numbers as in operations.ts. */
function perform(operation: i32, at: usize): void {
  // biome-ignore format: a table, as many arguments in a line as it takes
  switch (operation) {
    case 0: return copy(place(at, 0), place(at, 1), int(at, 2));
    case 1: return products(
      int(at, 0), int(at, 1), int(at, 2), int(at, 3), place(at, 4), int(at, 5), int(at, 6), int(at, 7),
      place(at, 8), int(at, 9), int(at, 10), int(at, 11), place(at, 12), place(at, 13), float(at, 14),
      float(at, 15), place(at, 16)
    );
    case 2: return gather(place(at, 0), place(at, 1), int(at, 2), int(at, 3), place(at, 4), int(at, 5));
    case 3: return batch(
      place(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6), place(at, 7)
    );
    case 4: return advance(place(at, 0), place(at, 1), int(at, 2), place(at, 3));
    case 5: return keep(place(at, 0), place(at, 1), int(at, 2), place(at, 3));
    case 6: return activate(int(at, 0), place(at, 1), place(at, 2), int(at, 3));
    case 7: return activateGradient(int(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4));
    case 8: return columnSums(place(at, 0), place(at, 1), int(at, 2), int(at, 3));
    case 9: return exampleLoss(
      int(at, 0), int(at, 1), place(at, 2), place(at, 3), place(at, 4), int(at, 5), int(at, 6)
    );
    case 10: return meanLoss(int(at, 0), int(at, 1), place(at, 2), place(at, 3), place(at, 4), int(at, 5), int(at, 6));
    case 11: return meanLossGradient(
      int(at, 0), int(at, 1), place(at, 2), place(at, 3), place(at, 4), place(at, 5), int(at, 6), int(at, 7)
    );
    case 12: return optimize(
      int(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), place(at, 5), place(at, 6), place(at, 7),
      int(at, 8)
    );
    case 13: return random(int(at, 0), place(at, 1), int(at, 2), place(at, 3), word(at, 4), word(at, 5), place(at, 6));
    case 14: return dropout(
      place(at, 0), place(at, 1), int(at, 2), place(at, 3), float(at, 4), word(at, 5), word(at, 6), place(at, 7)
    );
    case 15: return unary(int(at, 0), place(at, 1), place(at, 2), int(at, 3), float(at, 4), float(at, 5));
    case 16: return binary(
      int(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9)
    );
    case 17: return cast(int(at, 0), place(at, 1), place(at, 2), int(at, 3));
    case 18: return not(place(at, 0), place(at, 1), int(at, 2));
    case 19: return select(place(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4));
    case 20: return fill(place(at, 0), int(at, 1), int(at, 2));
    case 21: return reduce(int(at, 0), place(at, 1), place(at, 2), int(at, 3), int(at, 4), int(at, 5));
    case 22: return move(
      place(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13)
    );
    case 23: return softmax(place(at, 0), place(at, 1), int(at, 2), int(at, 3));
    case 24: return oneHot(place(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5));
    case 25: return segmentSum(place(at, 0), place(at, 1), int(at, 2), int(at, 3), place(at, 4), int(at, 5));
    case 26: return recurrent(
      int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), place(at, 6), place(at, 7),
      place(at, 8), place(at, 9), place(at, 10), place(at, 11), place(at, 12), place(at, 13)
    );
    case 27: return recurrentGradient(
      int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), place(at, 6), place(at, 7),
      place(at, 8), place(at, 9), place(at, 10), place(at, 11), place(at, 12), place(at, 13), place(at, 14),
      place(at, 15), place(at, 16)
    );
    case 28: return normalize(
      place(at, 0), place(at, 1), place(at, 2), place(at, 3), place(at, 4), place(at, 5), float(at, 6), int(at, 7),
      int(at, 8)
    );
    case 29: return embed(
      place(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), int(at, 6)
    );
    case 30: return embedGradient(place(at, 0), place(at, 1), place(at, 2), int(at, 3), int(at, 4), int(at, 5));
    case 31: return layerNorm(
      place(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), float(at, 6)
    );
    case 32: return layerNormGradient(
      place(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), float(at, 6)
    );
    case 33: return layerNormGainGradient(
      place(at, 0), place(at, 1), place(at, 2), int(at, 3), int(at, 4), float(at, 5)
    );
    case 34: return weightedLoss(
      int(at, 0), int(at, 1), int(at, 2), place(at, 3), place(at, 4), place(at, 5), place(at, 6), int(at, 7),
      int(at, 8), place(at, 9)
    );
    case 35: return weightedLossGradient(
      int(at, 0), int(at, 1), int(at, 2), place(at, 3), place(at, 4), place(at, 5), place(at, 6), place(at, 7),
      int(at, 8), int(at, 9), place(at, 10)
    );
    case 36: return unfold(
      place(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13), int(at, 14)
    );
    case 37: return fold(
      place(at, 0), place(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13), int(at, 14)
    );
    case 38: return pool(
      int(at, 0), place(at, 1), place(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13), int(at, 14)
    );
    case 39: return poolGradient(
      int(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13), int(at, 14), int(at, 15)
    );
    case 40: return depthwise(
      int(at, 0), place(at, 1), place(at, 2), place(at, 3), int(at, 4), int(at, 5), int(at, 6), int(at, 7),
      int(at, 8), int(at, 9), int(at, 10), int(at, 11), int(at, 12), int(at, 13), int(at, 14), int(at, 15),
      int(at, 16)
    );
    default: unreachable();
  }
}

/**
 * Performs a recorded list `times` over. An entry is its operation's number, its length in bytes and its arguments, each
 * 8 bytes.
 */
export function replay(list: usize, bytes: usize, times: i32): void {
  const end = list + bytes;
  for (let time: i32 = 0; time < times; time++) {
    let at = list;
    while (at < end) {
      perform(<i32>load<f64>(at), at);
      at += <usize>load<f64>(at + argumentBytes);
    }
  }
}
