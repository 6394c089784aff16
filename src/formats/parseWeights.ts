import { parseConfig } from '../config/gate';
import { showValue } from '../config/showValue';
import { type Config, type FamilyId, familyIds, type RecConfig } from '../families';
import { type Info, isSequences } from '../families/info';
import { Problem } from '../problem';
import { averageSlot, optimizerSlots } from '../training/names';
import type { Checkpoint } from '../worker/protocol';
import { decodeBase64 } from './float32';
import { parseImitatedInfo } from './parseImitatedInfo';
import { parseInfo } from './parseInfo';
import { parseSequenceInfo } from './parseSequenceInfo';
import { createReader, type Reader } from './reader';
import { isAveraged, weightsFormat, weightsVersion } from './weights';

interface NamedShape {
  readonly name: string;
  readonly shape: readonly number[];
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);

function parseTensor(tensor: Reader): NamedShape & { readonly values: Float32Array } {
  const name = tensor.field('name').text();
  const shape = tensor
    .field('shape')
    .list()
    .map((side) => side.count());
  tensor.field('dtype').oneOf('float32');
  const expected = sizeOf(shape);
  if (tensor.has('base64')) {
    const field = tensor.field('base64');
    const values = decodeBase64(field.text());
    if (values?.length !== expected)
      throw field.refuse('weightsLength', { expected, found: values ? values.length : 'no base64' });
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad !== -1) throw field.refuse('weightsNotFinite', { found: `${values[bad]} (№ ${bad})` });
    return { name, shape, values };
  }
  const field = tensor.field('values');
  const items = field.list();
  if (items.length !== expected) throw field.refuse('weightsLength', { expected, found: items.length });
  const values = new Float32Array(expected);
  for (const [i, item] of items.entries()) {
    values[i] = item.finite();
    // A finite number of JSON can still be too large for a float32.
    if (!Number.isFinite(values[i])) throw item.refuse('weightsNotFinite', { found: `${item.finite()}` });
  }
  return { name, shape, values };
}

/** The tensors of a list. Names and shapes must be those expected, where any are. */
function parseTensors(list: Reader, expected?: readonly NamedShape[]) {
  const tensors = list.list().map(parseTensor);
  if (expected && tensors.length !== expected.length)
    throw list.refuse('weightsShape', { expected: expected.length, found: tensors.length });
  expected?.forEach(({ name, shape }, i) => {
    const found = tensors[i];
    if (found?.name !== name || found.shape.join() !== shape.join())
      throw list.refuse('weightsShape', {
        field: `${list.path}[${i}]`,
        expected: `${name} [${shape.join(', ')}]`,
        found: `${found?.name} [${found?.shape.join(', ')}]`,
      });
  });
  return tensors;
}

/** The same, joined to one vector. */
function parseVector(list: Reader, expected?: readonly NamedShape[]) {
  const tensors = parseTensors(list, expected);
  const vector = new Float32Array(tensors.reduce((sum, { values }) => sum + values.length, 0));
  let offset = 0;
  for (const { values } of tensors) {
    vector.set(values, offset);
    offset += values.length;
  }
  return { shapes: tensors.map(({ name, shape }) => ({ name, shape })), vector };
}

/** The state that a network of this config carries through running text: a row for each stream of a batch. */
function carriedShapes({ model, train }: RecConfig): NamedShape[] {
  const parts = model.cell === 'lstm' ? ['h', 'c'] : ['h'];
  return model.layers.flatMap((units, layer) =>
    parts.map((part) => ({ name: `layer${layer}/${part}`, shape: [train.batchSize, units] })),
  );
}

/** State that was carried, by name. */
function parseCarried(training: Reader, config: Config, info: Info): Pick<Checkpoint, 'carried'> {
  const runs = isSequences(info) && info.layout.kind === 'next' && info.layout.form === 'running';
  if (config.family !== 'rec' || !runs || !training.has('carried')) return {};
  const states = parseTensors(training.field('carried'), carriedShapes(config));
  return { carried: Object.fromEntries(states.map(({ name, values }) => [name, values])) };
}

/** A field that only the data of one family has. */
const marks: Readonly<Record<FamilyId, string>> = { net: 'inputs', rec: 'task', gen: 'imitates' };
/** Gen's, with an optimizer each. */
const networks = 2;

/** What the data is like, which has to be what the config's family learns from. */
function parseData(data: Reader, family: Config['family']): Info {
  const other = familyIds.find((id) => data.has(marks[id]));
  if (other && !data.has(marks[family])) throw data.refuse('weightsFamily', { found: other, family });
  switch (family) {
    case 'net':
      return parseInfo(data);
    case 'rec':
      return parseSequenceInfo(data);
    case 'gen':
      return parseImitatedInfo(data);
  }
}

/** Slots of the optimizers of a config, each once. */
function slotsOf({ train }: Config): readonly string[] {
  const second = 'discriminatorOptimizer' in train ? train.discriminatorOptimizer : 'same';
  return [...new Set([...optimizerSlots[train.optimizer], ...(second === 'same' ? [] : optimizerSlots[second])])];
}

/** Updates of each part: one number, or one for each of two networks. */
function parseSteps(steps: Reader, family: Config['family']): readonly number[] {
  if (family !== 'gen') return [steps.count()];
  const counts = steps.list().map((each) => each.count());
  if (counts.length !== networks) throw steps.refuse('weightsLength', { expected: networks, found: counts.length });
  return counts;
}

/** The slot with the averages of the parameters that have one; 0 for the others. */
function parseAverage(training: Reader, config: Config, shapes: readonly NamedShape[]): Record<string, Float32Array> {
  if (config.family !== 'gen') return {};
  const averages = new Map(
    parseTensors(
      training.field('ema'),
      shapes.filter(({ name }) => isAveraged(name)),
    ).map(({ name, values }) => [name, values] as const),
  );
  const vector = new Float32Array(shapes.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  let offset = 0;
  for (const { name, shape } of shapes) {
    vector.set(averages.get(name) ?? [], offset);
    offset += sizeOf(shape);
  }
  return { [averageSlot]: vector };
}

/**
 * The checkpoint that a weights file holds: all that is needed to go on exactly, or to predict.
 * Whether its tensors are those of the config's model is checked where the model is built.
 * @throws {Problem} naming the field that is missing, of a wrong type, shape or length, or not finite.
 */
export function parseWeights(value: unknown): Checkpoint {
  const file = createReader(value, '');
  const format = file.field('format');
  if (format.value !== weightsFormat)
    throw new Problem('weightsFormat', { expected: weightsFormat, found: showValue(format.value) });
  const version = file.field('version');
  if (version.value !== weightsVersion)
    throw new Problem('weightsVersion', { expected: weightsVersion, found: showValue(version.value) });

  const config = parseConfig(file.field('config').record());
  const info = parseData(file.field('data'), config.family);
  const { shapes, vector } = parseVector(file.field('tensors'));
  const training = file.field('training');
  const optimizer = training.field('optimizer');
  const slotReader = optimizer.field('slots');
  const slots = slotsOf(config).map((name) => [name, parseVector(slotReader.field(name), shapes).vector] as const);
  const rng = training.field('rng');
  return {
    config,
    info,
    tensors: shapes,
    parameters: vector,
    slots: { ...Object.fromEntries(slots), ...parseAverage(training, config, shapes) },
    step: training.field('step').count(),
    optimizerSteps: parseSteps(optimizer.field('steps'), config.family),
    epoch: rng.field('epoch').count(),
    position: rng.field('position').count(),
    ...parseCarried(training, config, info),
  };
}
