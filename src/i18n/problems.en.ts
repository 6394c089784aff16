/** Every message that tells of a problem: what is wrong, with the value, and the way out. */
export const problems = {
  unexpected: 'Something unexpected went wrong: {reason}. If training stopped, press Reset.',

  configNotObject: 'A config must be an object with the fields data, model and train; this is {found}.',
  configVersion: 'This config has version {found}; this page reads version 1.',
  unknownFamily: 'There is no model family called “{found}”. Choose one of: {options}.',
  unknownSetting: '“{path}” is not a setting. Check its spelling.',
  settingNotNumber: '{path} must be a number; {found} is not one.',
  settingOutOfRange: '{path} must lie between {min} and {max}; {found} does not.',
  settingNotWhole: '{path} must be a whole number; {found} is not one.',
  settingNotFlag: '{path} must be true or false; {found} is neither.',
  settingNotOption: '{path} must be one of: {options}; {found} is not among them.',
  settingNotSubset: '{path} must be a list with at least one of: {options}; this is {found}.',
  settingNotWidths:
    '{path} must be a list of {minLayers} to {maxLayers} whole numbers between 1 and {maxWidth}; this is {found}.',
  settingNotText: '{path} must be a text of at most {maxLength} characters; this is {found}.',
  settingNotColumns: '{path} must map column names to one of: {options}; this is {found}.',
  unknownPreset: 'There is no preset called “{found}”. Choose one of: {options}.',

  batchTooLarge:
    'Batch size {batchSize} is larger than the {count:training example|training examples}. Lower it, or raise the training share.',
  noTrainingExamples: 'No example is left for training. Raise the number of examples or the training share.',
  lossNeedsClasses: 'Cross-entropy needs classes, and “{target}” is a number. Choose squared, absolute or Huber error.',
  featuresNeedPlane:
    'The features {features} need the inputs x and y; this data set has x alone. Choose from: {options}.',

  noTable: 'No table is loaded. Drop a CSV or TSV file on the page, or choose one in the Data panel.',
  textMissing: 'The text “{name}” is needed to train on. Open it again.',
  tableMissing:
    'These weights were trained on “{name}” ({rows:row|rows}). Open that file to go on training; prediction works already.',
  tableEmpty: '“{name}” holds no rows. Choose a file with a header line and at least two rows.',
  tableUnreadable: '“{name}” is not a table: {reason}. Save it as CSV or TSV with one header line.',
  tableBinary: '“{name}” is not a text file. If it is a spreadsheet, save it as CSV with one header line.',
  tableTooLarge: '“{name}” has {size} MB; at most {limit} MB can be read. Take a part of its rows.',
  rowWidth: '“{name}”, row {row}: {found} cells where the header has {expected}. Mend the row, or the delimiter.',
  quoteOpen: '“{name}”, row {row}: a quoted cell is never closed. Mend its quotation marks.',
  cellNotNumber:
    '“{name}”, row {row}, column “{column}”: “{found}” is not a number. Mend the cell, or make the column a category.',
  duplicateColumn: '“{name}” has two columns called “{column}”. Rename one of them.',
  noSuchColumn: '“{name}” has no column “{column}”. Its columns are: {options}.',
  targetIgnored: 'The column “{column}” is set to be ignored and cannot be the target. Choose another target.',
  targetConstant: 'Every row has the same “{column}” ({value}): there is nothing to learn. Choose another target.',
  targetBlank: 'No row has a value for “{column}”. Choose another target.',
  targetsNotNumbers:
    'Only number columns can be predicted together, and “{column}” is none. Leave it out, or predict it alone.',
  tooManyClasses:
    'The column “{column}” has {count} different values, more than the {limit} that can be classes. Make it a number, or choose another target.',
  tooManyCategories:
    'The column “{column}” has {count} different values, more than the {limit} that can be categories. Ignore it, or make it a number.',
  tooManyInputs:
    'The columns make {inputs} inputs for each of {rows} rows: {size} MB, more than the {limit} MB that fit. Ignore some columns, or take a part of the rows.',
  noInputColumns: 'No column is left to predict “{column}” from. Give at least one other column a type.',

  predictInput: 'Input {row} must be a list of {expected} values ({names}); this is {found}.',
  splitEmpty: 'There are no {split} examples. Lower the training share to keep some for the test.',

  noText: 'No text is loaded. Drop a text file on the page, or paste one in the Data panel.',
  textUnreadable: '“{name}” cannot be read: {reason}. Save it as plain text, UTF-8.',
  textBinary: '“{name}” is not a text file. Save it as plain text, UTF-8.',
  textEmpty: '“{name}” holds no text. Paste or choose one of at least a few hundred characters.',
  textOneSymbol: '“{name}” has no other character than “{symbol}”: there is nothing to learn. Choose another text.',
  textTooShort: '“{name}” has {count:character|characters}, too few to learn from. Choose a longer text.',
  textOneLine: '“{name}” has one line only. Read it as running text, or choose a text of several lines.',

  timeUnreadable: 'The column “{column}” holds no dates or numbers, but “{found}”. Choose another column for the time.',
  timesRepeat:
    'In “{column}”, {count:time occurs|times occur} again, and no column was found that tells the series apart. Choose that column.',
  noSeriesColumn: '“{name}” has no column of numbers to forecast. Choose a table with one.',
  seriesNotNumber: 'The column “{column}” is no column of numbers and cannot be forecast. Choose another one.',
  seriesTooShort:
    'The past of “{name}” has {rows:row|rows}, and these settings need {needed}. Shorten the horizon, raise the training share, or take a longer series.',
  growthNotPositive:
    'Growth needs positive values, and “{column}” holds {value}. Measure it by its level or its change.',
  noSequenceKey: 'In “{name}” no column was found that tells sequences apart. Choose the column with their names.',
  noSequenceLabel: 'In “{name}” no column stays the same within each “{key}”. Choose the column with the label.',

  inputsNotList: 'The inputs must be a list with one entry for each question; this is {found}.',
  sequenceNotText: 'Input {row} must be a text; this is {found}.',
  sequenceLength: 'Input {row} has {found} characters; between 1 and {most} are read. Change its length.',
  unknownSymbols: 'Input {row} has characters that the network never saw: {symbols}. It knows: {known}.',
  sequenceNumbers:
    'Input {row} must be a list of numbers ({names}) for {steps} steps, one step after another; this is {found}.',

  noSuchSeries: '“{name}” has no series “{found}”. Its series are: {options}.',
  unknownInPrompt:
    'The prompt has characters that the network never saw: {symbols}. It knows: {known}. Leave them out.',

  noClassesToHelp:
    '“{name}” makes nothing that has classes, and Net could not be told what it is. Choose pictures with classes, and switch “Told classes” on.',
  stagesMismatch:
    'Pictures of {size} × {size} can be halved {most} times, so that convolutional networks have 1 to {most} stages; these settings have {count}. Change their layers, or the size of the pictures.',

  notPictures: '“{name}” is no pictures. Choose pictures as the data.',
  noDrawnPoints: 'There are not enough points to imitate yet. Draw some more, or choose a data set.',
  noNumberColumns:
    'Two columns of numbers are needed to draw points, and “{name}” has {count}. Choose a table with two or more.',
  columnNotNumbers:
    'The column “{column}” cannot be drawn: “{found}” is not a number. Mend the cell, or choose another column.',
  columnConstant: 'Every row has the same “{column}” ({value}): there is no shape to imitate. Choose another column.',
  tooFewPoints:
    'At least 2 rows of “{name}” must have a number in both “{x}” and “{y}”; {count} have. Choose other columns, or a table with more rows.',
  tooFewRows:
    'At least 2 rows of “{name}” must have a number in every column that is one; {count} have. Blanks are in: {columns}. Ignore such a column in the Data panel, or choose a table with more rows.',
  noImitatedColumns:
    'None of the {count:column|columns} of “{name}” can be imitated: each is the same in every row, or different in each. Give a column a type in the Data panel, or choose another table.',
  idxMagic:
    '“{name}” begins with the bytes {found}; IDX files begin with 00 00 08 03 (pictures) or 00 00 08 01 (labels). Choose such files, as MNIST has them.',
  idxLength: '“{name}” should have {expected} bytes by its own account; it has {found}. Download it again.',
  idxEmpty: '“{name}” holds no pictures: it is {shape} by its own account. Choose another file.',
  idxLabelCount:
    '“{name}” has {found} labels, and “{pictures}” has {expected} pictures. Choose two files that belong together.',
  idxLabelsAlone: '“{name}” holds {count} labels and no pictures. Open the file with the pictures along with it.',
  zipBroken: '“{name}” is not a zip archive that can be unpacked: {reason}. Pack it again, or open the folder.',
  fileUnreadable: '“{name}” cannot be read: {reason}. Download it again.',
  picturesTooLarge: '“{name}” has {size} MB of pictures; at most {limit} MB can be read. Take a part of them.',
  picturesTooMany: '“{name}” has {count} pictures; at most {limit} can be read. Take a part of them.',
  picturesAbsent:
    'No pictures are loaded. Drop picture files or a folder of them on the page, or open them in the Data panel.',
  picturesMissing:
    'These networks were trained on the pictures “{name}” ({rows:picture|pictures}). Open them to go on training; making pictures works already.',
  picturesBlank: 'Every one of the {count} pictures in “{name}” is blank. Choose pictures that show something.',
  noPictures:
    'None of the {count} files in “{name}” is a picture that can be read. Choose PNG, JPEG, GIF, WebP or BMP files.',

  backendUnavailable: '{backend} is not available here: {reason}. Choose another backend, or “auto”.',
  noBackend: 'No backend could be started: {reason}. Update the browser and try again.',
  memoryEstimate:
    'This model needs about {needed} MB and {backend} can hold about {limit} MB. Make its layers or the batch smaller.',
  outOfMemory: '{backend} ran out of memory. Training goes on with {next} from step {step}.',
  deviceLost: 'The {backend} device was lost. Training went on from step {step} on {next}.',
  workerLost: 'The training worker stopped. A new one went on from step {step}.',
  recoveryFailed: 'Training stopped {count} times in a row and was not started again: {reason}. Press Reset.',
  lossNotFinite:
    'At step {step} the loss was no longer a number: with a learning rate of {learningRate} the weights most likely grew without bound. Go back to step {good} with a tenth of it, or press Reset.',
  backendReplaced: '{backend} is not available here, so training runs on {next}.',
  noSoundWeights: 'The weights are no longer finite numbers, and no earlier ones were kept. Press Reset.',
  stopMet: 'The stop condition is already met. Change it, or press Reset.',
  requestLost: 'The training worker ended before it could answer. Try again.',

  startedOver: 'Training started over; before, it had reached step {step}.',
  resumeOffered: 'Your last run stopped at step {step}. It can go on from there.',

  noModel: 'No model is ready yet. Wait until it is built, or choose a preset.',
  runReplaced: 'The network was replaced before the text was written. Ask again.',
  notText: '“{name}” is no text: only a network that says the next character can write one. Choose a text as the data.',
  notSamples: '“{name}” is not imitated: only Gen makes samples. Choose a preset of Gen.',
  noPredictions:
    'A network that imitates “{name}” answers no inputs. Ask it for samples with generate, or choose Net or Rec.',
  latentCount: 'There must be one latent for each of {expected} samples; there are {found}.',
  latentInput: 'Latent {row} must be a list of {expected} finite numbers; this is {found}.',
  fileNotJson: '“{name}” is not JSON: {reason}.',
  weightsFormat: 'This is not a weights file: “format” must be “{expected}”; it is {found}.',
  weightsVersion: 'This weights file has version {found}; this page reads version {expected}.',
  weightsFamily:
    'Weights file: {field} is of the family “{found}”, but config.family is “{family}”. They must be of one network. Nothing was changed.',
  weightsData:
    'Weights file: they were trained on “{found}”, which is not what config.data makes here (“{made}”). Nothing was changed; export the file again.',
  weightsMissing: 'Weights file: {field} is missing. Nothing was changed; export the file again.',
  weightsType: 'Weights file: {field} must be of type {expected}; it is {found}. Nothing was changed.',
  weightsShape: 'Weights file: {field} should be {expected}; it is {found}. Nothing was changed.',
  weightsLength: 'Weights file: {field} should hold {expected} numbers; it holds {found}. Nothing was changed.',
  weightsNotFinite: 'Weights file: {field} must be a finite number; it is {found}. Nothing was changed.',
} as const;
