import type { ProblemKey } from '../problem';

export const problems = {
  unexpected: '出现意外错误：{reason}。如果训练停止了，请按“重置”。',

  configNotObject: '配置必须是含有 data、model 和 train 字段的对象，这里却是 {found}。',
  configVersion: '此配置的版本是 {found}，本页面只能读取版本 1。',
  unknownFamily: '没有名为“{found}”的模型种类。可选：{options}。',
  unknownSetting: '“{path}”不是一项设置。请检查拼写。',
  settingNotNumber: '{path} 必须是数字，而 {found} 不是。',
  settingOutOfRange: '{path} 必须在 {min} 与 {max} 之间，而 {found} 不在其中。',
  settingNotWhole: '{path} 必须是整数，而 {found} 不是。',
  settingNotFlag: '{path} 必须是 true 或 false，而 {found} 都不是。',
  settingNotOption: '{path} 必须是以下之一：{options}；{found} 不在其中。',
  settingNotSubset: '{path} 必须是列表，至少含有以下一项：{options}；这里是 {found}。',
  settingNotWidths:
    '{path} 必须是 {minLayers} 到 {maxLayers} 个整数的列表，每个在 1 与 {maxWidth} 之间；这里是 {found}。',
  settingNotText: '{path} 必须是最多 {maxLength} 个字符的文本，这里是 {found}。',
  settingNotColumns: '{path} 必须把列名对应到以下之一：{options}；这里是 {found}。',
  unknownPreset: '没有名为“{found}”的预设。可选：{options}。',

  batchTooLarge: '批大小 {batchSize} 超过了 {count} 个训练样本。请减小批大小，或提高训练集比例。',
  noTrainingExamples: '没有可供训练的样本。请增加样本数或提高训练集比例。',
  lossNeedsClasses: '交叉熵需要类别，而“{target}”是数值。请选择平方误差、绝对误差或 Huber 误差。',
  featuresNeedPlane: '特征 {features} 需要输入 x 和 y，而此数据集只有 x。可选：{options}。',

  noTable: '尚未载入表格。请把 CSV 或 TSV 文件拖到页面上，或在“数据”面板中选择。',
  textMissing: '继续训练需要文本“{name}”。请重新打开它。',
  tableMissing: '这些权重是用“{name}”（{rows} 行）训练的。要继续训练，请打开该文件；预测现在就可以使用。',
  tableEmpty: '“{name}”没有数据行。请选择带有列名行和至少两行数据的文件。',
  tableUnreadable: '“{name}”不是表格：{reason}。请存为带一行列名的 CSV 或 TSV。',
  tableBinary: '“{name}”不是文本文件。若是电子表格，请存为带一行列名的 CSV。',
  tableTooLarge: '“{name}”有 {size} MB，最多只能读取 {limit} MB。请只取其中一部分行。',
  rowWidth: '“{name}”第 {row} 行有 {found} 个单元格，而列名有 {expected} 个。请修正该行或分隔符。',
  quoteOpen: '“{name}”第 {row} 行：有一个引号没有闭合。请修正该处引号。',
  cellNotNumber: '“{name}”第 {row} 行“{column}”列：“{found}”不是数字。请修正该单元格，或把该列设为类别。',
  duplicateColumn: '“{name}”中有两列都叫“{column}”。请重命名其中一列。',
  noSuchColumn: '“{name}”中没有“{column}”列。现有的列：{options}。',
  targetIgnored: '“{column}”列已设为忽略，不能作为预测目标。请选择其他目标。',
  targetConstant: '每一行的“{column}”都相同（{value}），没有可学的内容。请选择其他目标。',
  tooManyClasses: '“{column}”列有 {count} 种取值，超过了类别数上限 {limit}。请把它设为数值，或选择其他目标。',
  targetBlank: '没有一行含有“{column}”的值。请选择其他目标。',
  targetsNotNumbers: '只有数值列才能一起预测，而“{column}”不是数值列。请去掉它，或单独预测它。',
  tooManyCategories: '“{column}”列有 {count} 种取值，超过了类别取值上限 {limit}。请忽略它，或把它设为数值。',
  tooManyInputs:
    '各列共产生 {inputs} 个输入，乘以 {rows} 行为 {size} MB，超过了能容纳的 {limit} MB。请忽略一些列，或只取部分行。',
  noInputColumns: '没有可用来预测“{column}”的列。请至少给一个其他列指定类型。',

  predictInput: '第 {row} 个输入必须是含 {expected} 个值（{names}）的列表，这里是 {found}。',
  splitEmpty: '没有{split}样本。请降低训练集比例，留一些样本用于测试。',

  noText: '尚未载入文本。请把文本文件拖到页面上，或在“数据”面板中粘贴。',
  textUnreadable: '无法读取“{name}”：{reason}。请存为 UTF-8 纯文本。',
  textBinary: '“{name}”不是文本文件。请存为 UTF-8 纯文本。',
  textEmpty: '“{name}”中没有文字。请粘贴或选择至少几百个字符的文本。',
  textOneSymbol: '“{name}”中只有“{symbol}”一种字符，没有可学的内容。请选择其他文本。',
  textTooShort: '“{name}”只有 {count} 个字符，不足以学习。请选择更长的文本。',
  textOneLine: '“{name}”只有一行。请按连续文本读取，或选择多行的文本。',

  timeUnreadable: '“{column}”列里不是日期或数字，而是“{found}”。请为时间选择其他列。',
  timesRepeat: '“{column}”中有 {count} 个时间重复出现，而没有找到区分各序列的列。请选择该列。',
  noSeriesColumn: '“{name}”中没有可以预报的数值列。请选择含有数值列的表格。',
  seriesNotNumber: '“{column}”列不是数值列，无法预报。请选择其他列。',
  seriesTooShort:
    '“{name}”的历史部分有 {rows} 行，而当前设置需要 {needed} 行。请缩短预报步数、提高训练集比例，或使用更长的序列。',
  growthNotPositive: '增长率要求所有值为正，而“{column}”中有 {value}。请改用原值或变化量。',
  noSequenceKey: '在“{name}”中没有找到区分各条序列的列。请选择写有序列名称的列。',
  noSequenceLabel: '在“{name}”中没有在每个“{key}”内保持不变的列。请选择标签所在的列。',

  inputsNotList: '输入必须是列表，每个问题一项；这里是 {found}。',
  sequenceNotText: '第 {row} 个输入必须是文本，这里是 {found}。',
  sequenceLength: '第 {row} 个输入有 {found} 个字符，只能读取 1 到 {most} 个。请改变其长度。',
  unknownSymbols: '第 {row} 个输入含有网络从未见过的字符：{symbols}。它认识：{known}。',
  sequenceNumbers: '第 {row} 个输入必须是 {steps} 步的数字列表（{names}），一步接一步；这里是 {found}。',

  noSuchSeries: '“{name}”没有名为“{found}”的序列。它有：{options}。',
  unknownInPrompt: '开头含有网络从未见过的字符：{symbols}。它认识：{known}。请去掉这些字符。',

  noClassesToHelp: '“{name}”生成的样本没有类别，无法告诉 Net 它们是什么。请选择带类别的图片，并打开“告知类别”。',
  stagesMismatch:
    '{size} × {size} 的图片可以对半缩小 {most} 次，因此卷积网络可以有 1 到 {most} 级；当前设置有 {count} 级。请更改层数或图片大小。',

  notPictures: '“{name}”不是图片。请选择图片作为数据。',
  noDrawnPoints: '可以模仿的点还不够。请再画一些，或选择一个数据集。',
  noNumberColumns: '画点需要两个数值列，而“{name}”只有 {count} 个。请选择至少有两个数值列的表格。',
  columnNotNumbers: '无法画出“{column}”列：“{found}”不是数字。请修正该单元格，或选择其他列。',
  columnConstant: '每一行的“{column}”都相同（{value}），没有可以模仿的形状。请选择其他列。',
  tooFewPoints:
    '“{name}”中至少要有 2 行在“{x}”和“{y}”中都有数字，现在只有 {count} 行。请选择其他列，或行数更多的表格。',
  tooFewRows:
    '“{name}”中至少要有 2 行在每个数值列中都有数字，现在只有 {count} 行。有空白的列：{columns}。请在“数据”面板中忽略这样的列，或选择行数更多的表格。',
  noImitatedColumns:
    '“{name}”的 {count} 列都无法模仿：要么每行都相同，要么每行都不同。请在“数据”面板中为某一列指定类型，或选择其他表格。',
  idxMagic:
    '“{name}”的开头字节是 {found}；IDX 文件以 00 00 08 03（图片）或 00 00 08 01（标签）开头。请选择这样的文件，例如 MNIST 的文件。',
  idxLength: '按文件头，“{name}”应有 {expected} 字节，实际有 {found} 字节。请重新下载。',
  idxEmpty: '“{name}”中没有图片：文件头写的是 {shape}。请选择其他文件。',
  idxLabelCount: '“{name}”有 {found} 个标签，而“{pictures}”有 {expected} 张图片。请选择彼此对应的两个文件。',
  idxLabelsAlone: '“{name}”中有 {count} 个标签，却没有图片。请连同图片文件一起打开。',
  fileUnreadable: '无法读取“{name}”：{reason}。请重新下载。',
  picturesTooLarge: '“{name}”的图片共有 {size} MB，最多只能读取 {limit} MB。请只取其中一部分。',
  picturesTooMany: '“{name}”有 {count} 张图片，最多只能读取 {limit} 张。请只取其中一部分。',
  picturesAbsent: '没有载入图片。请把图片文件或图片文件夹拖到页面上，或在“数据”面板中打开。',
  picturesMissing: '这些网络是用图片“{name}”（{rows} 张）训练的。打开这些图片才能继续训练；生成图片现在就可以。',
  picturesBlank: '“{name}”中的 {count} 张图片全是空白。请选择有内容的图片。',
  noPictures: '“{name}”中的 {count} 个文件都不是可以读取的图片。请选择 PNG、JPEG、GIF、WebP 或 BMP 文件。',

  backendUnavailable: '{backend} 在此不可用：{reason}。请选择其他后端，或选“自动”。',
  noBackend: '没有后端能够启动：{reason}。请更新浏览器后再试。',
  memoryEstimate: '此模型约需 {needed} MB，而 {backend} 约能容纳 {limit} MB。请减小层的宽度或批大小。',
  outOfMemory: '{backend} 内存不足。训练改用 {next}，从第 {step} 步继续。',
  deviceLost: '{backend} 设备已丢失。训练改用 {next}，从第 {step} 步继续。',
  workerLost: '训练线程停止了。新的线程已从第 {step} 步继续。',
  recoveryFailed: '训练连续 {count} 次停止，不再重新启动：{reason}。请按“重置”。',
  lossNotFinite:
    '第 {step} 步的损失不再是有限数：学习率 {learningRate} 很可能过大，权重无限增长。请退回第 {good} 步并把学习率降到十分之一，或按“重置”。',
  backendReplaced: '{backend} 在此不可用，训练改用 {next}。',
  noSoundWeights: '权重已不再是有限数，也没有保存更早的权重。请按“重置”。',
  stopMet: '停止条件已经满足。请修改它，或按“重置”。',
  requestLost: '训练线程在回答之前就结束了。请再试一次。',

  startedOver: '训练已重新开始；此前到了第 {step} 步。',
  resumeOffered: '你上次的训练停在第 {step} 步，可以从那里继续。',

  noModel: '模型尚未就绪。请等待构建完成，或选择一个预设。',
  runReplaced: '文字还没写完，网络就被替换了。请重新生成。',
  notText: '“{name}”不是文本：只有预测下一个字符的网络才能写出文字。请选择一个文本作为数据。',
  notSamples: '“{name}”不是要模仿的数据：只有 Gen 会生成样本。请选择 Gen 的预设。',
  noPredictions: '模仿“{name}”的网络不回答输入。请用 generate 取样本，或选择 Net 或 Rec。',
  latentCount: '{expected} 个样本各需一个潜变量，这里有 {found} 个。',
  latentInput: '第 {row} 个潜变量必须是 {expected} 个有限数组成的列表，这里是 {found}。',
  fileNotJson: '“{name}”不是 JSON：{reason}。',
  weightsFormat: '这不是权重文件：“format”必须是“{expected}”，这里是 {found}。',
  weightsVersion: '此权重文件的版本是 {found}，本页面只能读取版本 {expected}。',
  weightsFamily:
    '权重文件：{field} 属于“{found}”类网络，而 config.family 是“{family}”。两者必须属于同一个网络。没有作任何改动。',
  weightsData:
    '权重文件：它在“{found}”上训练，与 config.data 在这里生成的数据（“{made}”）不符。未作任何更改；请重新导出该文件。',
  weightsMissing: '权重文件：缺少 {field}。没有作任何改动，请重新导出该文件。',
  weightsType: '权重文件：{field} 的类型必须是 {expected}，这里是 {found}。没有作任何改动。',
  weightsShape: '权重文件：{field} 应为 {expected}，这里是 {found}。没有作任何改动。',
  weightsLength: '权重文件：{field} 应含 {expected} 个数，这里有 {found} 个。没有作任何改动。',
  weightsNotFinite: '权重文件：{field} 必须是有限数，这里是 {found}。没有作任何改动。',
} satisfies Record<ProblemKey, string>;
