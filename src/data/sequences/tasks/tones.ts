import { type Stream, stream } from '../../../random/stream';
import { between } from '../../sets/draw';
import { whole } from '../draw';
import { type LabelledSequence, labelledDataset } from '../labelled/dataset';
import type { SequenceTask } from './task';

const bands = 12;
const longest = 32;
/** First and second formant in Hz, men's means: Peterson and Barney, “Control methods used in a study of vowels”, 1952. */
const formants = { a: [730, 1090], i: [270, 2290], u: [300, 870] } as const;
/** In pairs of the same sounds in another order: only a memory for time tells them apart. */
const words = ['ai', 'ia', 'au', 'ua', 'iu', 'ui'] as const;

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const [lowest, highest] = [mel(150), mel(2900)];
/** Where a frequency lies among the bands, which are evenly spaced in mel. */
const bandOf = (hertz: number) => ((mel(hertz) - lowest) / (highest - lowest)) * (bands - 1);

/** From 0 to 1, softly, in the middle of 0 … 1. */
const glide = (place: number) => 1 / (1 + Math.exp(-14 * (place - 0.5)));

/**
 * Loudness of each band, frame after frame, of two sounds that glide into each other: of a voice of its own
 * (formants ±10 %), a length and a rhythm of its own.
 */
function speak(random: Stream, word: string, noise: number): Float32Array {
  const [from, to] = Array.from(word, (sound) => formants[sound as keyof typeof formants]);
  const frames = whole(random, 18, longest);
  const [lead, tail] = [whole(random, 1, 4), whole(random, 1, 4)];
  const voice = between(random, 0.9, 1.1);
  const rhythm = between(random, 0.7, 1.4);
  const loudness = between(random, 0.8, 1.2);
  const out = new Float32Array(frames * bands);
  for (let frame = 0; frame < frames; frame++) {
    const place = (frame - lead) / (frames - lead - tail);
    const sounding = place >= 0 && place <= 1;
    const way = glide(sounding ? place ** rhythm : 0);
    const swell = sounding ? loudness * Math.sin(Math.PI * Math.min(1, Math.max(0, place))) ** 0.5 : 0;
    for (let band = 0; band < bands; band++) {
      let energy = 0;
      for (const k of [0, 1] as const) {
        const hertz = voice * ((from?.[k] ?? 0) + way * ((to?.[k] ?? 0) - (from?.[k] ?? 0)));
        energy += (k === 0 ? 1 : 0.7) * Math.exp(-((band - bandOf(hertz)) ** 2) / 1.6);
      }
      out[frame * bands + band] = swell * energy + (0.05 + 0.6 * noise) * random.normal();
    }
  }
  return out;
}

/** Spoken-like sounds as the loudness of twelve bands over time: six words of two vowels. */
export const tones: SequenceTask = {
  id: 'tones',
  kind: 'classification',
  settings: ['samples', 'noise', 'trainFraction'],
  defaults: { samples: 600, trainFraction: 0.8, noise: 0.2 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const sequences = Array.from({ length: options.samples }, (_, i): LabelledSequence => {
      const label = i % words.length;
      return { label, rows: speak(random, words[label] ?? 'ai', options.noise) };
    });
    return labelledDataset(
      {
        name: 'tones',
        columns: Array.from({ length: bands }, (_, band) => `band${band + 1}`),
        target: 'word',
        classes: words,
        sequences,
        notes: [],
      },
      { window: longest, trainFraction: options.trainFraction },
      seed,
    );
  },
};
