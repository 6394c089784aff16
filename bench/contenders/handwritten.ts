/**
 * A multilayer perceptron trained by plain loops over typed arrays: dense layers, relu, cross-entropy on one sigmoid
 * or a softmax, Adam. It is what one writes for exactly this task: the mark to beat where models are small, and an
 * independent opinion on what the losses should be.
 */
export interface HandwrittenOptions {
  /** From the inputs to the outputs; a single output is a sigmoid. */
  readonly widths: readonly number[];
  readonly batchSize: number;
  /** Kernel [in, out] and bias [out] of each layer in turn. */
  readonly weights: readonly { readonly values: Float32Array }[];
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
  readonly kernelGradient: Float32Array;
  readonly biasGradient: Float32Array;
  /** [batch, out]: activations, and logits in the last layer. */
  readonly output: Float32Array;
  /** [batch, out]: derivative of the loss by what the activation is applied to. */
  readonly delta: Float32Array;
}

/** output = input · kernel + bias, and relu of it except in the last layer. */
function forward(layer: Layer, input: Float32Array, batch: number, last: boolean): void {
  const { fanIn, fanOut, kernel, bias, output } = layer;
  for (let row = 0; row < batch; row++) {
    const out = row * fanOut;
    for (let j = 0; j < fanOut; j++) output[out + j] = bias[j]!;
    for (let i = 0; i < fanIn; i++) {
      const x = input[row * fanIn + i]!;
      const from = i * fanOut;
      for (let j = 0; j < fanOut; j++) output[out + j]! += x * kernel[from + j]!;
    }
    if (last) continue;
    for (let j = 0; j < fanOut; j++) if (output[out + j]! < 0) output[out + j] = 0;
  }
}

/** kernelGradient = inputᵀ · delta, biasGradient = column sums of delta. */
function gradients(layer: Layer, input: Float32Array, batch: number): void {
  const { fanIn, fanOut, delta, kernelGradient, biasGradient } = layer;
  kernelGradient.fill(0);
  biasGradient.fill(0);
  for (let row = 0; row < batch; row++) {
    const out = row * fanOut;
    for (let j = 0; j < fanOut; j++) biasGradient[j]! += delta[out + j]!;
    for (let i = 0; i < fanIn; i++) {
      const x = input[row * fanIn + i]!;
      const to = i * fanOut;
      for (let j = 0; j < fanOut; j++) kernelGradient[to + j]! += x * delta[out + j]!;
    }
  }
}

/** The delta of the layer before: delta · kernelᵀ where its relu let something through. */
function backward(layer: Layer, before: Layer, batch: number): void {
  const { fanIn, fanOut, kernel, delta } = layer;
  for (let row = 0; row < batch; row++) {
    const out = row * fanOut;
    for (let i = 0; i < fanIn; i++) {
      const at = row * fanIn + i;
      let sum = 0;
      if (before.output[at]! > 0) for (let j = 0; j < fanOut; j++) sum += delta[out + j]! * kernel[i * fanOut + j]!;
      before.delta[at] = sum;
    }
  }
}

/** Mean of softplus(z) − z·y; leaves (σ(z) − y) / batch in delta. */
function sigmoidLoss({ output, delta }: Layer, targets: Float32Array, batch: number): number {
  let sum = 0;
  for (let row = 0; row < batch; row++) {
    const z = output[row]!;
    const y = targets[row]!;
    sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - z * y;
    delta[row] = (1 / (1 + Math.exp(-z)) - y) / batch;
  }
  return sum / batch;
}

/** Mean of −Σ y·log softmax(z); leaves (softmax(z) − y) / batch in delta. */
function softmaxLoss({ fanOut, output, delta }: Layer, targets: Float32Array, batch: number): number {
  let loss = 0;
  for (let row = 0; row < batch; row++) {
    const at = row * fanOut;
    let largest = output[at]!;
    for (let j = 1; j < fanOut; j++) largest = Math.max(largest, output[at + j]!);
    let sum = 0;
    for (let j = 0; j < fanOut; j++) sum += Math.exp(output[at + j]! - largest);
    const logSum = largest + Math.log(sum);
    for (let j = 0; j < fanOut; j++) {
      const logP = output[at + j]! - logSum;
      loss -= targets[at + j]! * logP;
      delta[at + j] = (Math.exp(logP) - targets[at + j]!) / batch;
    }
  }
  return loss / batch;
}

/** One training step on a batch; returns its mean loss. */
export type HandwrittenStep = (inputs: Float32Array, targets: Float32Array) => number;

export function createHandwritten(options: HandwrittenOptions): HandwrittenStep {
  const { widths, batchSize, weights, learningRate, beta1, beta2, epsilon } = options;
  const total = weights.reduce((sum, { values }) => sum + values.length, 0);
  const parameters = new Float32Array(total);
  const gradient = new Float32Array(total);
  const mean = new Float32Array(total);
  const square = new Float32Array(total);

  let offset = 0;
  const take = (size: number) => {
    offset += size;
    return [parameters.subarray(offset - size, offset), gradient.subarray(offset - size, offset)] as const;
  };
  const layers = widths.slice(1).map((fanOut, i): Layer => {
    const fanIn = widths[i]!;
    const [kernel, kernelGradient] = take(fanIn * fanOut);
    const [bias, biasGradient] = take(fanOut);
    kernel.set(weights[2 * i]!.values);
    bias.set(weights[2 * i + 1]!.values);
    const output = new Float32Array(batchSize * fanOut);
    return { fanIn, fanOut, kernel, bias, kernelGradient, biasGradient, output, delta: output.slice() };
  });
  const last = layers[layers.length - 1]!;
  const lossOf = last.fanOut === 1 ? sigmoidLoss : softmaxLoss;
  let t = 0;

  /** Kingma and Ba 2015. */
  function adam(): void {
    t += 1;
    const correction = Math.sqrt(1 - beta2 ** t);
    const rate = (learningRate * correction) / (1 - beta1 ** t);
    const small = epsilon * correction;
    for (let i = 0; i < total; i++) {
      const g = gradient[i]!;
      const m = beta1 * mean[i]! + (1 - beta1) * g;
      const v = beta2 * square[i]! + (1 - beta2) * g * g;
      mean[i] = m;
      square[i] = v;
      parameters[i]! -= (rate * m) / (Math.sqrt(v) + small);
    }
  }

  return (inputs, targets) => {
    const inputOf = (i: number) => (i === 0 ? inputs : layers[i - 1]!.output);
    layers.forEach((layer, i) => forward(layer, inputOf(i), batchSize, layer === last));
    const loss = lossOf(last, targets, batchSize);
    for (let i = layers.length - 1; i >= 0; i--) {
      gradients(layers[i]!, inputOf(i), batchSize);
      if (i > 0) backward(layers[i]!, layers[i - 1]!, batchSize);
    }
    adam();
    return loss;
  };
}
