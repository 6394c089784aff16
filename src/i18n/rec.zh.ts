import type { recSettings as english, sequenceNotes as englishNotes, ownTasks as englishTasks } from './rec.en';
import type { PresetWords, SettingWords } from './words';

type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> };

/** Words for the settings of Rec; those of training that every family has are with the others. */
export const recSettings = {
  data: {
    dataset: {
      label: '任务',
      help: '网络一步一步读什么、又要说出什么：文本的下一个字符、谜题的答案、数值接下来怎样变化，或整条序列属于哪一类。',
      options: {
        names: '人名',
        sums: '算式文本',
        nested: '嵌套括号',
        verse: '英文诗句',
        verseChinese: '中文诗句',
        addition: '加法',
        parity: '奇偶',
        copy: '复制',
        reverse: '倒序',
        sort: '排序',
        brackets: '括号匹配',
        recall: '回忆首字符',
        waves: '波形',
        season: '趋势与季节',
        price: '价格',
        tones: '元音滑动',
        strokes: '笔画数字',
        article: '文章',
        text: '你的文本',
        table: '你的时间序列',
        sequences: '你的带类别序列',
      },
    },
    samples: {
      label: '样本数',
      help: '一共生成多少道题、多少行或多少条序列，包括训练和测试；对数值序列，则是它的步数。',
    },
    noise: { label: '噪声', help: '数值随机偏移的程度。噪声很大时，没有什么能准确预知，大网络还会把噪声背下来。' },
    trainFraction: {
      label: '训练集比例',
      help: '网络用来学习的部分。其余作为测试，从不参与训练：随机抽出的题目或行、连续文本的末尾、时间序列最近的一段。',
    },
    form: {
      label: '读取方式',
      help: '按行：每行单独读，从空的记忆开始，例如名单。连续文本：一行接着一行读下去。',
      options: { auto: '按内容判断', lines: '按行', running: '连续文本' },
    },
    window: {
      label: '时间步数',
      help: '网络一次读多少步，误差也只回溯这么远。步数越多，能学到越远的联系，计算也越久。',
    },
    epochWindows: { label: '每轮窗口数', help: '连续文本没有天然的“一轮”：读过这么多个窗口就算一轮。' },
    digits: { label: '位数', help: '每个加数最多几位。多一位，就要多得多的样本才能学会。' },
    reversed: {
      label: '倒着读',
      help: '从末尾开始读题目。决定答案第一个字符的内容因此离它更近，往往更容易学会。',
    },
    length: { label: '长度', help: '谜题最多含多少个符号。越长，需要的记忆越大。' },
    symbols: { label: '符号种类', help: '谜题由多少种不同的字母组成。种类越多，每个字母要记住的信息也越多。' },
    distance: {
      label: '距离',
      help: '字母与提问之间隔多少步。在简单单元里，读过的内容会一路淡去；门可以把它留住。',
    },
    horizon: { label: '预报步数', help: '预报伸到后面多少步，一次全部说出。越远越不确定。' },
    season: {
      label: '季节长度',
      help: '序列每隔多少步重复一次，例如按月的数据一年为 12；预报会与上一季同期的值比较。0 表示自动寻找，1 表示没有季节。',
    },
    measure: {
      label: '数值形式',
      help: '告诉网络的是：数值本身、相邻两步之差，还是增长的比例。序列会升到从未有过的高度时，适合用变化量或增长率。',
      options: { auto: '随序列选择', level: '原值', change: '变化量', growth: '增长率' },
    },
    target: { label: '预测目标', help: '要预报的列，或写明每条序列类别的列。' },
    time: { label: '时间', help: '决定各行先后的列：日期或数字，也可以是分开的年、月、日几列。' },
    key: { label: '区分列', help: '说明每一行属于哪条序列的列，例如股票代码。' },
    columns: {
      label: '各列类型',
      help: '除预测目标外，网络还读哪些数值列。',
      options: { number: '读取', ignore: '不读' },
    },
  },
  model: {
    cell: {
      label: '循环单元',
      help: '由它把记忆从一步带到下一步。简单单元每步都把记忆全部改写；GRU 和 LSTM 有门，能学会保留什么、忘记什么、说出什么。',
      options: { rnn: '简单单元 (RNN)', gru: 'GRU', lstm: 'LSTM' },
    },
    activation: {
      label: '激活函数',
      help: '简单单元对加权和所做的弯曲。Tanh 使记忆保持在 −1 与 1 之间，ReLU 允许它增长，文章用的是 sigmoid。',
      options: { tanh: 'Tanh', relu: 'ReLU', sigmoid: 'Sigmoid' },
    },
    layers: {
      label: '循环层',
      help: '一层一层的记忆单元。单元越多，记得越多；第二层读的是第一层对序列的理解。',
    },
    bidirectional: {
      label: '双向',
      help: '每层另有一半从末尾读起，使每一步也知道后面的内容。只用于先看完整条序列再回答的任务。',
    },
    dropout: {
      label: 'Dropout（随机失活）',
      help: '一层的输出向上传递时随机关闭的比例，可减轻过拟合；逐步传递的记忆不受影响。',
    },
    layerNorm: { label: '层归一化', help: '把每层的输出在每一步都调到同样的尺度，可使深层网络的训练更平稳。' },
    forgetBias: {
      label: '遗忘门偏置',
      help: '遗忘门的起点：越大，刚建立的 LSTM 把读过的内容留得越久。为 1 时每步约留下四分之三，为 5 时几乎全部留下。',
    },
    initializer: {
      label: '权重初始化',
      help: '缩放：输入权重较小，记忆只做纯旋转，开始时既不增长也不消失。文章用的是 N(0, 1)。',
      options: { scaled: '缩放、正交', normal: '标准正态 N(0, 1)' },
    },
    bias: { label: '偏置', help: '给每个单元和门一个自己的阈值。' },
  },
  train: {
    carryState: {
      label: '传递状态',
      help: '连续文本的每个窗口都接着上一个窗口结束时的记忆。关闭后，窗口取自任意位置，并从空的记忆开始。',
    },
    loss: {
      label: '损失函数',
      help: '训练要减小的量。符号和类别用交叉熵；数值用平方误差；绝对误差和 Huber 误差对离群值不那么敏感。',
      options: {
        auto: '随数据选择',
        crossEntropy: '交叉熵',
        squared: '平方误差',
        absolute: '绝对误差',
        huber: 'Huber 误差',
      },
    },
  },
} satisfies Same<typeof english> & Record<string, Record<string, SettingWords>>;

/** By preset id. */
export const recPresets: Readonly<Record<string, PresetWords>> = {
  names: { title: '人名', about: '一个字母一个字母地读虚构的人名，很快就会自己起名。' },
  sums: { title: '算式文本', about: '一行行像 12+34=46 这样的文字。只会猜下一个字符的网络，能学会计算吗？' },
  nested: { title: '嵌套括号', about: '四种括号，各由自己的右括号闭合。' },
  verse: { title: '英文诗句', about: '由模板写成的押韵诗行。它先学会词，再学会行，最后学会押韵。' },
  verseChinese: { title: '中文诗句', about: '五字一句，两句一韵：符号不是几十个字母，而是几百个汉字。' },
  addition: { title: '加法', about: '读入 12+34=，说出 46，没见过的算式也要答对。' },
  parity: { title: '奇偶', about: '到此为止，1 的个数是奇还是偶？只有一位，却绝不能丢。' },
  copy: { title: '复制', about: '把读过的原样说出来：要记住整条序列。' },
  reverse: { title: '倒序', about: '从末尾开始说出读过的内容：后进先出。' },
  sort: { title: '排序', about: '按字母顺序说出读过的内容：会数数就够了。' },
  brackets: { title: '括号匹配', about: '每读一个括号就回答：还有没闭合的、全部闭合，还是闭合错了？' },
  recall: { title: '回忆首字符', about: '许多步之后才问起开头的字母。门能留住它，简单单元会忘记：试试看。' },
  waves: { title: '波形', about: '三个正弦波叠在一起，接下来会怎样？' },
  season: { title: '趋势与季节', about: '随年份起伏、逐年上升的月度数据，与去年同月的值相比。' },
  price: { title: '价格', about: '随机游走。没有网络能胜过“和上次一样”，页面会如实说明。' },
  tones: { title: '语音音调', about: '类似语音的声音，只有先后次序能分清“ai”和“ia”。' },
  strokes: { title: '笔画数字', about: '笔写下的数字：按时间排列的点，而不是图片。' },
  articleRec: {
    title: '文章中的例子',
    about: '2 个输入、50 个 sigmoid 单元、1 个输出；权重 N(0, 1)、无偏置、平方误差、普通梯度下降。',
  },
};

/** Of the tasks that read what a person brings; the others are told of by their presets. */
export const ownTasks: typeof englishTasks = {
  text: '任何语言的任何文本：网络逐字学习怎样接着写下去。',
  table: '每个时间点一行的表格：预报其中一列数值。',
  sequences: '多条序列放在一张表里，每步一行，每条序列有一个类别。',
};

/** By kind of note; the values are the note's. */
export const sequenceNotes: typeof englishNotes = {
  fewerExamples: '只有 {count} 个不同的样本，不足 {asked} 个；已全部使用',
  sampledText: '在 {size} MB 文本中，从各处取了 {taken} MB',
  rareSymbols: '最少见的 {count} 个字符合为一个；其余 {kept} 个分别对待',
  longLines: '{count} 行超过 {window} 步，只用其开头',
  longSequences: '{count} 条序列超过 {window} 步，只用其开头',
  shorterWindow: '数据不够 {asked} 个时间步，改用 {window} 步',
  noTest: '没有剩下可供测试的数据',
  timeColumn: '各行按 {columns} 排列',
  timeAndKey: '各行按 {columns} 排列，由“{key}”分成 {series} 条序列',
  noTime: '没有表示时间的列：按文件中的顺序读取各行',
  sortedRows: '各行原本未按时间排列，已排序',
  repeatedTimes: '{count} 行的时间与其他行重复，已取平均值',
  droppedTimes: '{column}：{count} 行的时间无法读取，已略去',
  filledGaps: '缺少的 {count} 个月已用之前的值补上',
  gaps: '{count} 处较长的间断各按一步处理',
  carriedForward: '{column}：{count} 个空缺已用之前的值补上',
  constantColumn: '{column}：已略去，在历史部分始终不变',
  shortSeries: '略去 {count} 条序列：其历史部分不足 {rows} 行',
  unclearLabels: '略去 {count} 条序列：其标签为空或中途改变',
};
