import type { trainingSettings } from '../training/settings';
import { genSettings } from './gen.zh';
import { recSettings } from './rec.zh';
import type { FamilySettingWords, GroupWords } from './words';

const training = {
  learningRate: {
    label: '学习率',
    help: '每一步把权重移动多远。太小，学得很慢；太大，损失会来回跳动，甚至变成无穷大。',
  },
  batchSize: {
    label: '批大小',
    help: '每一步看多少个样本。批小，步子碎而带噪声；批大，方向更平稳，也更能用满 GPU。',
  },
  optimizer: {
    label: '优化器',
    help: '把梯度变成权重更新的规则。Adam 会为每个权重调整步长，适合作为首选；SGD 只是沿梯度直接下降。',
    options: {
      sgd: 'SGD（普通梯度下降）',
      momentum: '动量 SGD',
      nesterov: 'Nesterov 动量 SGD',
      adagrad: 'Adagrad',
      rmsprop: 'RMSProp',
      adam: 'Adam',
      adamw: 'AdamW',
    },
  },
  momentum: { label: '动量', help: '上一步有多大比例带入下一步。它让路径更平滑，在平缓的长坡上走得更快。' },
  beta1: { label: 'β₁', help: 'Adam 记住过去梯度的时间长短：0.9 约相当于对最近 10 步取平均。' },
  beta2: { label: 'β₂', help: '优化器记住过去梯度大小的时间长短：0.999 约相当于对最近 1000 步取平均。' },
  decay: { label: '衰减率', help: 'RMSProp 记住过去梯度大小的时间长短：0.9 约相当于对最近 10 步取平均。' },
  epsilon: { label: 'ε', help: '自适应优化器分母中的小常数。调大后，梯度极小处的步子会更稳。' },
  schedule: {
    label: '学习率调度',
    help: '学习率随训练如何变化。后期降低学习率，权重才能稳定下来。',
    options: {
      constant: '恒定',
      step: '阶梯下降',
      cosine: '余弦退火',
      exponential: '指数衰减',
      linear: '线性衰减',
    },
  },
  warmupSteps: { label: '预热步数', help: '学习率从 0 升到设定值所用的步数，用来保护最初最不稳定的几步。' },
  scheduleSteps: { label: '调度长度', help: '调度走完所需的步数；阶梯下降和指数衰减时，指一次衰减的长度。' },
  finalShare: { label: '最终比例', help: '结束时学习率剩下的比例；阶梯下降和指数衰减时，指每次衰减保留的比例。' },
  l1: { label: 'L1 正则', help: '把每个权重的绝对值加进损失，使用不着的权重恰好变为零。' },
  l2: { label: 'L2 正则', help: '把每个权重的平方加进损失。权重保持较小，学到的函数更平滑，可减轻过拟合。' },
  weightDecay: { label: '权重衰减', help: 'AdamW 每一步都按学习率的这个比例缩小所有权重，与梯度无关。' },
  clipNorm: {
    label: '梯度范数裁剪',
    help: '梯度的长度超过此值时整体按比例缩小；0 表示不裁剪。可防止个别坏批次把权重甩得很远。',
  },
  clipValue: { label: '梯度值裁剪', help: '把梯度的每个分量限制在此值以内；0 表示不裁剪。' },
} satisfies GroupWords<typeof trainingSettings>;

export const settings = {
  net: {
    data: {
      dataset: {
        label: '数据集',
        help: '网络从什么数据学习：这里生成的点、文章中的十个样本，或者你自己的表格。',
        options: {
          spiral: '螺旋',
          circle: '圆环',
          xor: '异或',
          gauss: '两团',
          moons: '双月',
          checkerboard: '棋盘',
          clusters: '多簇',
          plane: '斜面',
          hills: '山丘',
          curve: '曲线',
          article: '文章',
          table: '表格',
        },
      },
      samples: { label: '样本数', help: '一共生成多少个点，包括训练和测试。点越多，规律越清楚，一轮也越长。' },
      classes: { label: '类别数', help: '网络需要区分多少组点。' },
      noise: {
        label: '噪声',
        help: '点偏离规律的程度。噪声很大时，没有网络能处处正确，大网络还会把噪声背下来。',
      },
      trainFraction: {
        label: '训练集比例',
        help: '用来学习的那部分样本。其余作为测试集，从不参与训练，用来看网络在新数据上的表现。',
      },
      features: {
        label: '输入特征',
        help: '网络能看到每个点的哪些量。给出 x² 或 sin x 这样的现成特征，小网络也能轻松学会某些规律。',
        options: { x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' },
      },
      target: { label: '预测目标', help: '网络要根据其他列来预测的那一列。数值列可以同时预测多个。' },
      columns: {
        label: '各列类型',
        help: '每一列怎样读取：作为数值、作为类别（每个取值对应一个输入），或者忽略。',
        options: { number: '数值', category: '类别', ignore: '忽略' },
      },
    },
    model: {
      layers: {
        label: '隐藏层',
        help: '输入与输出之间的神经元，一层一层排列。神经元越多，能画出的形状越精细；层数越多，越能由简单形状组合出复杂形状。没有隐藏层时，只能画直线。',
      },
      activation: {
        label: '激活函数',
        help: '每个隐藏神经元对加权和所做的弯曲。没有弯曲（线性）时，多层并不比一层强。',
        options: {
          relu: 'ReLU',
          leakyRelu: 'Leaky ReLU',
          elu: 'ELU',
          selu: 'SELU',
          gelu: 'GELU',
          swish: 'Swish (SiLU)',
          mish: 'Mish',
          softplus: 'Softplus',
          tanh: 'Tanh',
          sigmoid: 'Sigmoid',
          sine: '正弦',
          linear: '线性（无激活）',
        },
      },
      dropout: {
        label: 'Dropout（随机失活）',
        help: '每个训练步中随机关闭的隐藏神经元比例。它使神经元不过分依赖彼此，可减轻过拟合。',
      },
      initializer: {
        label: '权重初始化',
        help: '训练前权重怎样抽取。He 适合 ReLU，Glorot 适合 tanh 和 sigmoid，LeCun 适合 SELU；全零时，同一层的神经元会始终一样。',
        options: {
          heNormal: 'He 正态',
          heUniform: 'He 均匀',
          glorotNormal: 'Glorot 正态',
          glorotUniform: 'Glorot 均匀',
          lecunNormal: 'LeCun 正态',
          lecunUniform: 'LeCun 均匀',
          normal: '标准正态 N(0, 1)',
          zero: '全零',
        },
      },
      bias: { label: '偏置', help: '给每个神经元一个自己的阈值。没有偏置时，第一层画出的每条线都经过原点。' },
    },
    train: {
      ...training,
      loss: {
        label: '损失函数',
        help: '训练要减小的量。分类用交叉熵；数值用平方误差；绝对误差和 Huber 误差对离群值不那么敏感。',
        options: {
          auto: '随数据选择',
          crossEntropy: '交叉熵',
          squared: '平方误差',
          absolute: '绝对误差',
          huber: 'Huber 误差',
        },
      },
    },
  },
  rec: {
    data: recSettings.data,
    model: recSettings.model,
    train: { ...training, ...recSettings.train },
  },
  gen: {
    data: genSettings.data,
    model: genSettings.model,
    train: { ...training, ...genSettings.train },
  },
} satisfies FamilySettingWords;
