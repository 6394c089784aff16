import type { SequenceExamples } from '../../data/sequences/dataset';
import { sequenceInputWidth, sequenceOutputWidth } from '../../data/sequences/info';
import * as tf from '../../engine/tf';
import { gateCount, gateNames } from '../../kernels/recurrent/cells';
import { inputsOf, type RecTrainer } from './infer';
import type { RecModel, RecSettings } from './model';
import type { Trace } from './view';

/** Answers whose belief is told; of a larger vocabulary the view shows the likeliest. */
const natural = (model: RecModel): readonly string[] => {
  const { output } = model.info;
  if (output.kind === 'symbols') return output.vocabulary;
  return output.kind === 'classes' ? output.classes : [];
};

/** What goes on in the network while it reads one sequence. */
export async function traceOf(
  { compute }: Pick<RecTrainer, 'compute'>,
  model: RecModel,
  settings: RecSettings,
  examples: SequenceExamples,
  which: number,
  wanted: number,
): Promise<Trace> {
  const { info, cell, widths } = model;
  const { length } = examples;
  const index = Math.min(which, examples.count - 1);
  const layer = Math.max(0, Math.min(wanted, widths.length - 1));
  const units = widths[layer] as number;
  const outputs = sequenceOutputWidth(info);
  const at = index * length;
  const targetWidth = info.output.kind === 'numbers' ? outputs : 1;
  const gates = gateCount(cell);

  const computed = compute((parameters) => {
    const inputs = inputsOf(model, examples, index, 1);
    const options = { steps: length, batch: 1 };
    const { logits, layers } = model.pass(parameters, inputs, options);
    const forth = layers[layer]?.[0]?.states;
    const targetValues = Float32Array.from(examples.targets.subarray(at * targetWidth, (at + length) * targetWidth));
    const targets =
      model.output === 'softmax' ? tf.tensor1d(targetValues) : tf.tensor2d(targetValues, [length, outputs]);
    const weights = tf.tensor1d(examples.weights.slice(at, at + length));
    // How the loss depends on what the layer reads at each step: the gradient by something added there.
    const probed = tf.grad((added: tf.Tensor) => {
      const probe = { layer, added: added as tf.Tensor2D };
      return model.rowsLoss(
        settings.loss,
        model.pass(parameters, inputs, { ...options, probe }).logits,
        targets,
        weights,
      );
    })(tf.zeros([length, gates * units]));
    return {
      belief: model.read(logits),
      hidden: tf.concat2d(
        (layers[layer] ?? []).map((one) => one.states.h),
        1,
      ),
      gates: forth?.trace ? tf.clone(forth.trace) : tf.zeros([1]),
      fade: tf.sqrt(tf.sum(tf.square(probed), 1)),
    };
  });
  const [belief, hidden, trace, fade] = (await Promise.all(
    [computed.belief, computed.hidden, computed.gates, computed.fade].map((tensor) => tensor.data<'float32'>()),
  )) as [Float32Array, Float32Array, Float32Array, Float32Array];
  tf.dispose(computed);

  const steps = examples.lengths[index] ?? length;
  const names = natural(model);
  const asked = examples.weights.slice(at, at + steps);
  const width = model.directions * units;
  const strongest = fade.reduce((most, value) => Math.max(most, value), 0) || 1;
  const { input } = info;
  return {
    steps,
    inputs:
      input.kind === 'symbols'
        ? Array.from(examples.inputs.subarray(at, at + steps), (symbol) => input.vocabulary[symbol] ?? '')
        : Float32Array.from(
            examples.inputs.subarray(at * sequenceInputWidth(info), (at + steps) * sequenceInputWidth(info)),
          ),
    asked,
    expected: Array.from(asked, (weight, t) =>
      weight > 0 && info.output.kind !== 'numbers' ? (names[examples.targets[at + t] ?? 0] ?? '') : '',
    ),
    answers: names,
    belief: bothClasses(model, belief.subarray(0, steps * outputs)),
    layers: widths.length,
    layer,
    units: width,
    hidden: hidden.slice(0, steps * width),
    gates: Object.fromEntries(
      gateNames[cell]
        .map((name, gate) => [name, gate] as const)
        .filter(([name]) => name !== 'candidate' && name !== 'state')
        .map(([name, gate]) => [name, column(trace, steps, units, gate, gates + 1)]),
    ),
    fade: fade.slice(0, steps).map((value) => value / strongest),
  };
}

/** Values of one gate, steps × units, out of a trace. */
function column(trace: Float32Array, steps: number, units: number, gate: number, blocks: number): Float32Array {
  const values = new Float32Array(steps * units);
  for (let t = 0; t < steps; t++)
    for (let unit = 0; unit < units; unit++)
      values[t * units + unit] = trace[t * blocks * units + gate * units + unit] as number;
  return values;
}

/** One probability of two classes becomes two. */
function bothClasses({ output }: RecModel, belief: Float32Array): Float32Array {
  if (output !== 'sigmoid') return belief.slice();
  return Float32Array.from({ length: 2 * belief.length }, (_, i) => {
    const second = belief[i >> 1] as number;
    return i % 2 === 0 ? 1 - second : second;
  });
}
