import { type SequenceInfo, sequenceInputWidth, sequenceOutputWidth } from '../../data/sequences/info';
import { type Initializer, type LossModel, type NamedTensors, type ParameterSpec, trainedBy } from '../../engine/model';
import type { DeviceRows } from '../../engine/rows';
import * as tf from '../../engine/tf';
import { dense } from '../../kernels/dense/op';
import { embed } from '../../kernels/embed/op';
import { exampleLoss } from '../../kernels/loss/op';
import { layerNorm } from '../../kernels/norm/op';
import { dropout } from '../../kernels/random/op';
import { type CellName, gateCount, gateNames } from '../../kernels/recurrent/cells';
import { finalState, type RecurrentStates, recurrent } from '../../kernels/recurrent/op';
import { weightedLoss } from '../../kernels/weighted/op';
import { Problem } from '../../problem';
import type { LossName, OutputKind } from '../../training/names';
import type { RecConfig } from '..';

/** The live settings that a step of Rec looks at. */
export interface RecSettings {
  readonly dropout: number;
  readonly loss: LossName;
  readonly carryState: boolean;
}

/** Sequences of one length, step after step: every column is [T · count, …]. */
export interface SequenceBatch extends DeviceRows {
  /** Symbols as floats, or rows of numbers. */
  readonly inputs: tf.Tensor;
  /** Classes or symbols as floats, or rows of numbers. */
  readonly targets: tf.Tensor;
  /** 1 where an answer counts. */
  readonly weights: tf.Tensor1D;
}

/** State of every layer between two pieces of a sequence, by name. */
export type RecStates = Readonly<Record<string, tf.Tensor2D>>;

/** One direction of one layer, as it was computed. */
export interface RecLayer {
  readonly states: RecurrentStates;
  readonly cell: CellName;
}

/** What a pass over sequences gives, step after step. */
export interface RecPass {
  /** [T · batch, outputs] */
  readonly logits: tf.Tensor2D;
  readonly layers: readonly (readonly RecLayer[])[];
  /** State after the last step, by name: see `stateNames`. */
  readonly after: RecStates;
}

interface PassOptions {
  readonly steps: number;
  readonly batch: number;
  /** State to begin with; zeros where there is none. */
  readonly before?: NamedTensors;
  /** Whether the state after the last step is wanted. */
  readonly keepAfter?: boolean;
  readonly drop?: (x: tf.Tensor2D, layer: number) => tf.Tensor2D;
  /** Added to the layer's inputs, to ask how the loss depends on them: [T · batch, gates · units]. */
  readonly probe?: { readonly layer: number; readonly added: tf.Tensor2D };
}

/** Rec's model, and a pass with all that a view wants to see. */
export interface RecModel extends LossModel<RecSettings, SequenceBatch> {
  readonly info: SequenceInfo;
  readonly cell: CellName;
  readonly widths: readonly number[];
  readonly directions: number;
  readonly output: OutputKind;
  pass(parameters: NamedTensors, inputs: tf.Tensor, options: PassOptions): RecPass;
  /** Logits as they are read: probabilities, or standardized values. */
  read(logits: tf.Tensor2D): tf.Tensor2D;
  /** Weighted mean loss of time-major rows. */
  rowsLoss(loss: LossName, logits: tf.Tensor2D, targets: tf.Tensor, weights: tf.Tensor1D): tf.Scalar;
}

const cells = { rnn: 'simple', gru: 'gru', lstm: 'lstm' } as const satisfies Record<string, CellName>;

/** Widths, cell and length: what the time of a step depends on. */
export const recShape = ({ model }: RecConfig, info: SequenceInfo): string =>
  `${sequenceInputWidth(info)}-${model.layers.join('-')}-${sequenceOutputWidth(info)} ${model.cell}${model.bidirectional ? ' both ways' : ''} T${info.length}`;

function outputKind({ output }: SequenceInfo): OutputKind {
  if (output.kind === 'numbers') return 'linear';
  return output.kind === 'classes' && output.classes.length === 2 ? 'sigmoid' : 'softmax';
}

/** The live settings of a config for this data. @throws {Problem} for cross-entropy on numbers. */
export function recSettings(config: RecConfig, info: SequenceInfo): RecSettings {
  const numbers = info.output.kind === 'numbers';
  const natural = numbers ? 'squared' : 'crossEntropy';
  const loss = config.train.loss === 'auto' ? natural : config.train.loss;
  if (loss === 'crossEntropy' && numbers) throw new Problem('lossNeedsClasses', { target: info.name });
  return { dropout: config.model.dropout, loss, carryState: config.train.carryState };
}

const direction = (layer: number, reverse: boolean) => `layer${layer}${reverse ? '/reverse' : ''}`;

function parametersOf(config: RecConfig, info: SequenceInfo, cell: CellName, directions: number): ParameterSpec[] {
  const { layers, bias, layerNorm, forgetBias, initializer } = config.model;
  const gates = gateCount(cell);
  const scaled = initializer === 'scaled';
  const uniform: Initializer = scaled ? { kind: 'uniform', gain: 1, fan: 'average' } : { kind: 'standard' };
  const orthogonal: Initializer = scaled ? { kind: 'orthogonal' } : { kind: 'standard' };
  const forget = (gateNames[cell] as readonly string[]).indexOf('forget');
  const gateBias: Initializer = forget < 0 ? { kind: 'zero' } : { kind: 'block', block: forget, value: forgetBias };
  const specs: ParameterSpec[] = [];
  let width = sequenceInputWidth(info);
  layers.forEach((units, layer) => {
    for (let d = 0; d < directions; d++) {
      const name = direction(layer, d === 1);
      const fans = { fanIn: width, fanOut: units };
      const add = (part: string, shape: number[], initializer: Initializer, penalized: boolean, fanIn = width) =>
        specs.push({ name: `${name}/${part}`, shape, initializer, ...fans, fanIn, penalized });
      add('kernel', [width, gates * units], uniform, true);
      add('recurrentKernel', [units, gates * units], orthogonal, true, units);
      if (bias) add('bias', [gates * units], gateBias, false);
      // Where the reset gate acts after the product, it has to have a bias of its own there.
      if (cell === 'gru') add('recurrentBias', [gates * units], { kind: 'zero' }, false);
    }
    width = directions * units;
    const shared = { fanIn: width, fanOut: width, penalized: false };
    if (layerNorm)
      specs.push(
        { name: `norm${layer}/gain`, shape: [width], initializer: { kind: 'one' }, ...shared },
        { name: `norm${layer}/bias`, shape: [width], initializer: { kind: 'zero' }, ...shared },
      );
  });
  const outputs = sequenceOutputWidth(info);
  const fans = { fanIn: width, fanOut: outputs };
  specs.push({ name: 'output/kernel', shape: [width, outputs], initializer: uniform, ...fans, penalized: true });
  if (bias)
    specs.push({ name: 'output/bias', shape: [outputs], initializer: { kind: 'zero' }, ...fans, penalized: false });
  return specs;
}

/** A recurrent network: layers of cells, dropout and normalization between them, a dense layer at every step. */
export function recModel(config: RecConfig, info: SequenceInfo): RecModel {
  const { layers: widths, activation, layerNorm: normalized } = config.model;
  const cell = cells[config.model.cell];
  const gates = gateCount(cell);
  const both = config.model.bidirectional && info.task !== 'characters';
  const directions = both ? 2 : 1;
  const output = outputKind(info);
  const outputs = sequenceOutputWidth(info);
  const inputWidth = info.input.kind === 'symbols' ? null : sequenceInputWidth(info);
  const running = info.layout.kind === 'next' && info.layout.form === 'running';
  const { length } = info;
  const part = (parameters: NamedTensors, name: string) => parameters[name] as tf.Tensor;

  /** x · kernel + bias of all steps; symbols pick rows of the kernel. */
  function project(parameters: NamedTensors, name: string, x: tf.Tensor): tf.Tensor2D {
    const kernel = part(parameters, `${name}/kernel`) as tf.Tensor2D;
    const bias = parameters[`${name}/bias`] as tf.Tensor1D | undefined;
    if (x.rank === 2) return dense(x as tf.Tensor2D, kernel, bias, 'linear');
    return embed(kernel, x as tf.Tensor1D, bias);
  }

  /** Where one answer ends a sequence, the way back is asked when it has come to the beginning: the same at all steps. */
  const whole = (back: tf.Tensor2D, steps: number, batch: number): tf.Tensor2D =>
    info.layout.kind === 'last' ? tf.tile(tf.slice(back, [0, 0], [batch, -1]), [steps, 1]) : back;

  const pass: RecModel['pass'] = (parameters, inputs, options) => {
    const { steps, batch, before = {}, keepAfter = false, drop = (x) => x, probe } = options;
    let x = inputs;
    const layers: (readonly RecLayer[])[] = [];
    const after: Record<string, tf.Tensor2D> = {};
    widths.forEach((units, layer) => {
      const start = (name: string) => (before[name] as tf.Tensor2D | undefined) ?? tf.zeros([batch, units]);
      const computed = Array.from({ length: directions }, (_, d): RecLayer => {
        const name = direction(layer, d === 1);
        let projected = project(parameters, name, x);
        if (probe?.layer === layer && d === 0) projected = tf.add(projected, probe.added);
        const attrs = { cell, activation, steps, reverse: d === 1 };
        const states = recurrent(
          {
            projected,
            kernel: part(parameters, `${name}/recurrentKernel`),
            recurrentBias: parameters[`${name}/recurrentBias`],
            h0: start(`${name}/h`),
            c0: cell === 'lstm' ? start(`${name}/c`) : undefined,
          },
          attrs,
        );
        if (keepAfter) {
          const { h, c } = finalState(states, attrs);
          after[`${name}/h`] = h;
          if (c) after[`${name}/c`] = c;
        }
        return { states, cell };
      });
      layers.push(computed);
      const [forth, back] = computed.map(({ states }) => states.h) as [tf.Tensor2D, tf.Tensor2D?];
      x = forth;
      if (back) x = tf.concat2d([forth, layer === widths.length - 1 ? whole(back, steps, batch) : back], 1);
      if (normalized)
        x = layerNorm(
          x as tf.Tensor2D,
          part(parameters, `norm${layer}/gain`) as tf.Tensor1D,
          part(parameters, `norm${layer}/bias`) as tf.Tensor1D,
        );
      x = drop(x as tf.Tensor2D, layer);
    });
    const bias = parameters['output/bias'] as tf.Tensor1D | undefined;
    const logits = dense(x as tf.Tensor2D, part(parameters, 'output/kernel') as tf.Tensor2D, bias, 'linear');
    return { logits, layers, after };
  };

  /** Targets as the loss takes them. */
  const targetsFor = (loss: LossName, targets: tf.Tensor): tf.Tensor2D | tf.Tensor1D =>
    output === 'softmax' && loss !== 'crossEntropy'
      ? (tf.oneHot(tf.cast(targets, 'int32') as tf.Tensor1D, outputs, 1, 0, 'float32') as tf.Tensor2D)
      : (targets as tf.Tensor2D);

  /** Targets of two classes are numbers; the loss takes a row of each. */
  const rowsOf = ({ inputs, targets, weights }: SequenceBatch) => ({
    inputs,
    targets: output === 'softmax' ? targets : tf.reshape(targets, [weights.size, outputs]),
    weights,
    batch: weights.size / length,
  });

  const rowsLoss: RecModel['rowsLoss'] = (loss, logits, targets, weights) =>
    weightedLoss(loss, output, logits, targetsFor(loss, targets), weights);

  const stateNames = widths.flatMap((units, layer) =>
    (cell === 'lstm' ? ['h', 'c'] : ['h']).map((part) => ({ name: `${direction(layer, false)}/${part}`, units })),
  );
  const perStep = widths.reduce(
    (sum, units, layer) => {
      const below = layer === 0 ? (inputWidth ?? 1) : directions * (widths[layer - 1] as number);
      return sum + directions * gates * units * (below + units);
    },
    directions * (widths.at(-1) as number) * outputs,
  );

  return {
    info,
    cell,
    widths,
    directions,
    output,
    ...trainedBy<RecSettings, SequenceBatch>(
      parametersOf(config, info, cell, directions),
      (parameters, given, settings, context) => {
        const { inputs, targets, weights, batch } = rowsOf(given);
        const drop = (x: tf.Tensor2D, layer: number) =>
          settings.dropout > 0 ? dropout(x, settings.dropout, { ...context, name: `dropout/${layer}` }) : x;
        const before = settings.carryState ? context.carried : {};
        const carries = running && settings.carryState;
        const { logits, after } = pass(parameters, inputs, { steps: length, batch, before, drop, keepAfter: carries });
        if (carries) for (const [name, state] of Object.entries(after)) context.carry(name, state);
        return rowsLoss(settings.loss, logits, targets, weights);
      },
    ),
    ...(running
      ? { carries: stateNames.map(({ name, units }) => ({ name, shape: (batch: number) => [batch, units] })) }
      : {}),
    steps: length,
    multiplyAdds: perStep * length,
    activationsPerExample:
      length * widths.reduce((sum, units) => sum + directions * units * (3 * gates + 4), inputWidth ?? 1),
    pass,
    rowsLoss,
    read: (logits) => (output === 'softmax' ? tf.softmax(logits) : output === 'sigmoid' ? tf.sigmoid(logits) : logits),

    measure(parameters, given, settings) {
      const { inputs, targets, weights, batch } = rowsOf(given);
      const { logits } = pass(parameters, inputs, { steps: length, batch });
      const dense2d = (output === 'softmax' ? targetsFor('squared', targets) : targets) as tf.Tensor2D;
      const losses = exampleLoss(settings.loss, output, logits, dense2d);
      const sums = [tf.sum(tf.mul(losses, weights)), tf.sum(weights)];
      if (output === 'linear') return tf.stack(sums) as tf.Tensor1D;
      const said: tf.Tensor =
        output === 'sigmoid'
          ? tf.reshape(tf.cast(tf.greater(logits, 0), 'float32'), [-1])
          : tf.cast(tf.argMax(logits, 1), 'float32');
      const wrong = tf.mul(tf.cast(tf.notEqual(said, tf.reshape(targets, [-1])), 'float32'), weights);
      const wrongPerExample = tf.sum(tf.reshape(wrong, [length, batch]), 0);
      const exact = tf.cast(tf.equal(wrongPerExample, 0), 'float32');
      const entropy = settings.loss === 'crossEntropy' ? losses : exampleLoss('crossEntropy', output, logits, dense2d);
      return tf.stack([...sums, tf.sum(wrong), tf.sum(exact), tf.sum(tf.mul(entropy, weights))]) as tf.Tensor1D;
    },

    summarize([loss = 0, asked = 0, wrong = 0, exact = 0, entropy = 0], count): Record<string, number> {
      const mean = loss / Math.max(1, asked);
      if (output === 'linear') return { loss: mean };
      if (info.task === 'characters') {
        // Of the cross-entropy, whatever loss is trained on.
        const nats = entropy / Math.max(1, asked);
        return { loss: mean, perplexity: Math.exp(nats), bits: nats / Math.LN2 };
      }
      const accuracy = 1 - wrong / Math.max(1, asked);
      return info.layout.kind === 'last' ? { loss: mean, accuracy } : { loss: mean, accuracy, exact: exact / count };
    },
  };
}
