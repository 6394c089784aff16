import type { SequenceNote } from '../data/sequences/note';
import type { SequenceTaskId } from '../data/sequences/tasks';
import type { settings } from '../families/rec/config';
import type { GroupWords, PresetWords } from './words';

/** Words for the settings of Rec; those of training that every family has are with the others. */
export const recSettings = {
  data: {
    dataset: {
      label: 'Task',
      help: 'What the network reads, step by step, and what it is to say: the next character of a text, the answer to a puzzle, how a series goes on, the class of a whole sequence.',
      options: {
        names: 'Names',
        sums: 'Sums as text',
        nested: 'Nested brackets',
        verse: 'Verse',
        verseChinese: 'Chinese verse',
        addition: 'Addition',
        parity: 'Parity',
        copy: 'Copy',
        reverse: 'Reverse',
        sort: 'Sort',
        brackets: 'Match brackets',
        recall: 'Recall the first',
        waves: 'Waves',
        season: 'Trend and season',
        price: 'Price',
        tones: 'Tones',
        strokes: 'Pen strokes',
        article: 'Article',
        text: 'Your text',
        table: 'Your series',
        sequences: 'Your sequences',
      },
    },
    samples: {
      label: 'Examples',
      help: 'How many questions, lines or sequences are made, training and test together; of a series, how many steps long it is.',
    },
    noise: {
      label: 'Noise',
      help: 'How far chance moves the values. With much noise nothing can be foretold exactly, and a large network learns the noise by heart.',
    },
    trainFraction: {
      label: 'Training share',
      help: 'The part the network learns from. The rest is the test, which it is never trained on: questions or lines drawn at random, the end of a running text, the latest part of a series.',
    },
    form: {
      label: 'Read as',
      help: 'Lines are read one by one, each from an empty memory, as in a list of names. Running text goes on from line to line.',
      options: { auto: 'As it looks', lines: 'Lines', running: 'Running text' },
    },
    window: {
      label: 'Time steps',
      help: 'How many steps the network reads at a time, which is also how far back an error is traced. Longer windows can teach longer connections, and take longer to compute.',
    },
    epochWindows: {
      label: 'Windows an epoch',
      help: 'A running text has no natural epoch: one is counted after so many windows of it.',
    },
    digits: {
      label: 'Digits',
      help: 'How many digits each number of a sum has at most. One digit more takes many more examples to learn from.',
    },
    reversed: {
      label: 'Read backwards',
      help: 'Reads the question from its end. What decides the first character of the answer then lies closer to it, which often makes learning easier.',
    },
    length: { label: 'Length', help: 'How many symbols a puzzle has at most. Longer ones take a larger memory.' },
    symbols: {
      label: 'Different symbols',
      help: 'How many different letters a puzzle is made of. The more there are, the more has to be remembered of each.',
    },
    distance: {
      label: 'Distance',
      help: 'How many steps pass between the letter and the question for it. In a simple cell what was read fades on the way; gates can hold on to it.',
    },
    horizon: {
      label: 'Steps ahead',
      help: 'How many steps the forecast reaches, all of them said at once. The further ahead, the less certain.',
    },
    season: {
      label: 'Season',
      help: 'After how many steps the series repeats, such as 12 for months of a year; the forecast is compared with the value one season earlier. 0 looks for it, 1 says that there is none.',
    },
    measure: {
      label: 'Values as',
      help: 'What the network is told: the values themselves, how they change from step to step, or by what share they grow. Changes and growth suit a series that climbs to values it never had before.',
      options: { auto: 'To suit the series', level: 'Level', change: 'Change', growth: 'Growth' },
    },
    target: {
      label: 'Predict',
      help: 'The column to forecast, or the one with the class of each sequence.',
    },
    time: {
      label: 'Time',
      help: 'The column that puts the rows in order: dates or numbers, or year, month and day in columns of their own.',
    },
    key: {
      label: 'Told apart by',
      help: 'The column that says which series or sequence a row belongs to, such as the symbol of a stock.',
    },
    columns: {
      label: 'Columns',
      help: 'Which columns of numbers the network reads beside the one it predicts.',
      options: { number: 'read', ignore: 'not read' },
    },
  },
  model: {
    cell: {
      label: 'Cell',
      help: 'What carries the memory from step to step. The simple cell overwrites all of it each time; GRU and LSTM have gates that learn what to keep, what to forget and what to show.',
      options: { rnn: 'Simple (RNN)', gru: 'GRU', lstm: 'LSTM' },
    },
    activation: {
      label: 'Activation',
      help: 'The bend of the simple cell. Tanh keeps the memory between −1 and 1, ReLU lets it grow, sigmoid is what the article uses.',
      options: { tanh: 'Tanh', relu: 'ReLU', sigmoid: 'Sigmoid' },
    },
    layers: {
      label: 'Recurrent layers',
      help: 'Units of memory, layer by layer. More units remember more; a second layer reads what the first one makes of the sequence.',
    },
    bidirectional: {
      label: 'Both directions',
      help: 'A second half of each layer reads from the end, so that every step also knows what follows it. Only for tasks that see the whole sequence before they answer.',
    },
    dropout: {
      label: 'Dropout',
      help: 'The share of a layer’s outputs that is switched off at random on the way up. It counters overfitting; the memory that goes from step to step is left alone.',
    },
    layerNorm: {
      label: 'Layer norm',
      help: 'Brings what each layer says to the same scale at every step, which can steady the training of deep networks.',
    },
    forgetBias: {
      label: 'Forget bias',
      help: 'Where the forget gates begin: the larger, the longer a fresh LSTM keeps what it has read. At 1 about three quarters stay from step to step, at 5 nearly all.',
    },
    initializer: {
      label: 'Initial weights',
      help: 'Scaled: small weights for what comes in and a pure rotation for the memory, so that nothing grows or fades at first. N(0, 1) is what the article uses.',
      options: { scaled: 'Scaled, orthogonal', normal: 'Normal N(0, 1)' },
    },
    bias: { label: 'Bias', help: 'Gives every unit and gate a threshold of its own.' },
  },
  train: {
    carryState: {
      label: 'Carry state',
      help: 'Each window of a running text goes on with the memory the one before it ended with. Switched off, windows are taken from anywhere and begin with an empty memory.',
    },
    loss: {
      label: 'Loss',
      help: 'What training makes small. Cross-entropy for symbols and classes; squared error for numbers; absolute and Huber error mind outliers less.',
      options: {
        auto: 'To suit the data',
        crossEntropy: 'Cross-entropy',
        squared: 'Squared error',
        absolute: 'Absolute error',
        huber: 'Huber',
      },
    },
  },
} satisfies {
  data: GroupWords<(typeof settings)['data']>;
  model: GroupWords<(typeof settings)['model']>;
  train: GroupWords<Pick<(typeof settings)['train'], 'carryState' | 'loss'>>;
};

/** By preset id. */
export const recPresets: Readonly<Record<string, PresetWords>> = {
  names: { title: 'Names', about: 'Reads invented names letter by letter, and soon invents its own.' },
  sums: {
    title: 'Sums as text',
    about: 'Lines such as 12+34=46. Can a network that only guesses the next character calculate?',
  },
  nested: { title: 'Nested brackets', about: 'Four kinds of brackets, each to be closed by its own.' },
  verse: { title: 'Verse', about: 'Rhymed lines from templates. It learns words first, then lines, then rhymes.' },
  verseChinese: {
    title: 'Chinese verse',
    about: 'Five characters a line, in rhymed couplets: hundreds of symbols instead of letters.',
  },
  addition: { title: 'Addition', about: 'Reads 12+34= and says 46, also for sums it has never seen.' },
  parity: { title: 'Parity', about: 'Are the ones so far odd or even in number? One bit that must never be lost.' },
  copy: { title: 'Copy', about: 'Says what it has read: a memory for a whole sequence.' },
  reverse: { title: 'Reverse', about: 'Says what it has read from its end: last in, first out.' },
  sort: { title: 'Sort', about: 'Says what it has read in order. It is enough to count.' },
  brackets: {
    title: 'Match brackets',
    about: 'After every bracket: is something open, all closed, or one closed wrongly?',
  },
  recall: {
    title: 'Recall the first',
    about: 'Asks for the first letter many steps later. Gates keep it; the simple cell forgets: try it.',
  },
  waves: { title: 'Waves', about: 'Three sine waves at once. How do they go on?' },
  season: {
    title: 'Trend and season',
    about: 'Monthly values that climb and swing with the year, against the same month a year ago.',
  },
  price: { title: 'Price', about: 'A random walk. No network beats the last price, and the page says so.' },
  tones: { title: 'Tones', about: 'Speech-like sounds, where only their order tells ‘ai’ from ‘ia’.' },
  strokes: { title: 'Pen strokes', about: 'Digits as a pen writes them: points in time, not a picture.' },
  articleRec: {
    title: 'As in the article',
    about: '2 inputs, 50 sigmoid units, 1 output; N(0, 1) weights, no bias, squared error, plain gradient descent.',
  },
};

/** Of the tasks that read what a person brings; the others are told of by their presets. */
export const ownTasks: Readonly<Record<Extract<SequenceTaskId, 'text' | 'table' | 'sequences'>, string>> = {
  text: 'Any text, in any language: the network learns to go on with it, character by character.',
  table: 'A table with a row for each point in time: a column of numbers is forecast.',
  sequences: 'A table of many sequences, a row for each step: each sequence has a class.',
};

/** By kind of note; the values are the note's. */
export const sequenceNotes: Readonly<Record<SequenceNote['kind'] | 'timeAndKey', string>> = {
  fewerExamples: 'There are only {count} different examples, not {asked}; all of them are used',
  sampledText: 'Of {size} MB, {taken} MB were taken, in pieces from all over the text',
  rareSymbols: 'The {count} rarest characters stand as one; the other {kept} are told apart',
  longLines: '{count:line is|lines are} longer than {window} steps; only the beginning is used',
  longSequences: '{count:sequence is|sequences are} longer than {window} steps; only the beginning is used',
  shorterWindow: 'There is not enough for {asked} time steps; {window} are used',
  noTest: 'Nothing is left to test on',
  timeColumn: 'Rows are in the order of {columns}',
  timeAndKey: 'Rows are in the order of {columns}, in {series} groups by “{key}”',
  noTime: 'No column tells the time: rows are taken in the order of the file',
  sortedRows: 'The rows were not in order and were sorted',
  repeatedTimes: '{count:row|rows} with a time that was there already: values of the same time were averaged',
  droppedTimes: '{column}: {count:row|rows} left out whose time cannot be read',
  filledGaps: '{count:missing month|missing months} filled in with the values before',
  gaps: '{count:long pause is|long pauses are} taken as one step',
  carriedForward: '{column}: {count:blank|blanks} filled with the value before',
  constantColumn: '{column}: left out, the same throughout the past',
  shortSeries: '{count} series left out: less than {rows:row|rows} of past',
  unclearLabels: '{count:sequence|sequences} left out, with a label that is blank or changes on the way',
};
