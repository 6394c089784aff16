/** Marks before and after a string, `^` and `$`: control characters that no text has. */
const start = '\u0002';
const end = '\u0003';

export interface StringQuality {
  /** Share of the strings' pairs of neighbouring characters, ends included, that occur in the training strings. */
  readonly bigrams: number;
  /** The same of three in a row. */
  readonly trigrams: number;
  /** Share of different strings among them: 1 where none occurs twice. */
  readonly unique: number;
  /** Share of strings that are no training string. */
  readonly novel: number;
}

/**
 * The n-grams of a string: characters (code points), with n − 1 marks before and one after. So every string has some,
 * also the empty one (`^$`) and those shorter than n.
 */
function* gramsOf(text: string, n: number): Generator<string> {
  const symbols = [...new Array<string>(n - 1).fill(start), ...Array.from(text), end];
  for (let i = 0; i + n <= symbols.length; i++) yield symbols.slice(i, i + n).join('');
}

function knownShare(samples: readonly string[], training: Iterable<string>, n: number): number {
  const known = new Set<string>();
  for (const text of training) for (const gram of gramsOf(text, n)) known.add(gram);
  let seen = 0;
  let total = 0;
  for (const text of samples)
    for (const gram of gramsOf(text, n)) {
      total += 1;
      if (known.has(gram)) seen += 1;
    }
  return seen / total;
}

/**
 * How much generated strings look like the training strings (n-grams), like each other (unique), and like copies
 * (novel). All NaN for no strings.
 *
 * Source: n-gram precision as in Papineni et al., "BLEU", ACL 2002, without its clipping; uniqueness and novelty as in
 * Polykovskiy et al., "Molecular Sets (MOSES)", Frontiers in Pharmacology 2020.
 */
export function stringQuality(samples: readonly string[], training: readonly string[]): StringQuality {
  const trained = new Set(training);
  return {
    bigrams: knownShare(samples, trained, 2),
    trigrams: knownShare(samples, trained, 3),
    unique: new Set(samples).size / samples.length,
    novel: samples.filter((text) => !trained.has(text)).length / samples.length,
  };
}
