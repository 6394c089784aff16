/** What Rec's worker side sends to be drawn, and its View draws. Plain data: it crosses the glass. */

/** One symbol that the network said, and how sure it was. */
export interface SaidSymbol {
  readonly symbol: string;
  /** Probability that it had. */
  readonly probability: number;
  /** The likeliest symbols at that place, most likely first, with their probabilities; empty for the prompt's own. */
  readonly likeliest: readonly (readonly [symbol: string, probability: number])[];
}

/** What a person asks to see; changes nothing of the training. */
export interface RecLook {
  /** Text that a sample begins with. */
  readonly prompt: string;
  /** Logits are divided by it: 0 always says the likeliest symbol, 1 draws as the network believes. */
  readonly temperature: number;
  /** Place of the sequence that is looked into, counted from the first of the test split (or train, without test). */
  readonly example: number;
  /** Layer whose units are shown. */
  readonly layer: number;
  /** Key of the series that is forecast, where there are several; '' for the first. */
  readonly series: string;
  /** The sample begins anew when this changes, and when the prompt does. */
  readonly take: number;
}

export const defaultLook: RecLook = { prompt: '', temperature: 0.7, example: 0, layer: 0, series: '', take: 0 };

/** One sequence, and what goes on in the network at each of its T steps. */
export interface Trace {
  /** Steps, T, without padding. */
  readonly steps: number;
  /** What is read: one symbol a step, or T × columns standardized numbers. */
  readonly inputs: readonly string[] | Float32Array;
  /** Where the network is to answer: 1, else 0; T. */
  readonly asked: Float32Array;
  /** What it is to say, per step; '' where nothing is asked or the answers are numbers. */
  readonly expected: readonly string[];
  /** Names of what it may say: the vocabulary or the classes; empty where it says numbers. */
  readonly answers: readonly string[];
  /** T × answers: its belief at every step. Numbers: T × horizon, standardized. */
  readonly belief: Float32Array;
  readonly layers: number;
  readonly layer: number;
  readonly units: number;
  /** T × units: state of the layer after each step (−1 … 1 for tanh; both directions side by side). */
  readonly hidden: Float32Array;
  /** Gates of the layer by name, T × units, 0 … 1: LSTM input, forget, output; GRU reset, update; none else. */
  readonly gates: Readonly<Record<string, Float32Array>>;
  /** T: length of the gradient of the answers' loss by the layer's input at each step, largest = 1. */
  readonly fade: Float32Array;
}

/** One question of the test split with the network's answer. */
export interface AnsweredQuestion {
  /** As a person reads it: '12+345'. */
  readonly question: string;
  readonly expected: string;
  /** Symbols said at the answer's steps. */
  readonly said: readonly SaidSymbol[];
  readonly right: boolean;
}

/** A forecast from one origin, in the series' own units. */
export interface Forecast {
  readonly key: string;
  /** Whether `times` are milliseconds since 1970; else they are counted. */
  readonly dated: boolean;
  /** Times and values up to the origin, the last at most 200 steps. */
  readonly pastTimes: Float64Array;
  readonly past: Float64Array;
  /** Of the steps ahead: what came (NaN where unknown), what was forecast, and a band around it. */
  readonly times: Float64Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  /** Quantiles of the forecast's errors on the past: 10 % and 90 % per step. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly baselines: Readonly<Record<string, Float64Array>>;
}

/** Errors over all of the held-out time, in the series' own units. */
export interface ForecastScore {
  /** 'network', or the name of a baseline: persistence, sameSeason, drift. */
  readonly name: string;
  readonly mae: number;
  readonly rmse: number;
  readonly mase: number;
}

export type RecFrame =
  | {
      /** Text: the next piece of a sample that goes on while the network learns. */
      readonly kind: 'text';
      /** Whether the sample begins anew with this piece (its prompt comes first, with probability 1). */
      readonly fresh: boolean;
      readonly said: readonly SaidSymbol[];
      readonly trace: Trace;
    }
  | {
      /** Questions with written answers: sums, copy, reverse, sort. */
      readonly kind: 'answers';
      readonly questions: readonly AnsweredQuestion[];
      /** Right answers of those counted. */
      readonly right: number;
      readonly counted: number;
      readonly trace: Trace;
    }
  | {
      /** One class or symbol for a sequence: parity, brackets, recall, tones, strokes. */
      readonly kind: 'belief';
      /** counts[true × classes + predicted] on the test split (train, without test). */
      readonly counts: Uint32Array;
      /** Whether the network's last answer is right for each of the first sequences. */
      readonly first: readonly {
        readonly expected: string;
        readonly predicted: string;
        readonly probability: number;
      }[];
      readonly trace: Trace;
    }
  | {
      readonly kind: 'forecast';
      readonly name: string;
      readonly forecast: Forecast;
      /** Keys of all series, and which one is shown. */
      readonly series: readonly string[];
      readonly scores: readonly ForecastScore[];
      /** Share of what came in the held-out time that lay in the band; NaN where nothing is held out. */
      readonly covered: number;
      readonly trace: Trace;
    };
