import type { genSettings as english } from './gen.en';
import type { PresetWords, SettingWords } from './words';

type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> };

/** Words for the settings of Gen; those of training that every family has are with the others. */
export const genSettings = {
  data: {
    dataset: {
      label: '数据集',
      help: '要模仿的东西。生成器从不看这些点，它只从判别器对自己作品的评判中学习。',
      options: {
        line: '直线',
        twoGaussians: '两团',
        ring: '圆环',
        threeBlobs: '三团',
        ring8: '八点环',
        grid25: '二十五点阵',
        moons: '双月',
        swissRoll: '瑞士卷',
        checkerboard: '棋盘',
        spiral: '螺旋',
        normal: '单峰',
        twoHumps: '双峰',
        threeHumps: '三峰',
        uniform: '均匀',
        skewed: '偏斜',
        digits: '数字',
        shapes: '形状',
        drawn: '自己画',
        table: '自己的表格',
        pictures: '自己的图片',
        articleGen: '文章',
      },
    },
    samples: {
      label: '样本数',
      help: '一共抽取多少个真实点或图片，包括训练和测试；自己的表格或图片最多取这么多。点太少时，判别器会把每个点背下来，而不是学会它们的形状。',
    },
    size: {
      label: '图片大小',
      help: '每边的像素数。小图片几秒就能学会；大图片细节更多，也需要更宽的网络。',
      options: { '8': '8 × 8', '12': '12 × 12', '16': '16 × 16', '28': '28 × 28' },
    },
    columns: {
      label: '各列类型',
      help: '每一列怎样模仿：作为数值，作为若干类别之一，或者忽略。像标签的整数会当作类别。',
      options: { number: '数值', category: '类别', ignore: '忽略' },
    },
    condition: {
      label: '告知的列',
      help: '告诉两个网络、而不由生成器编造的列，例如类别：生成器造出与它相符的行。造出的行中，它的各个取值与表格中一样常见。',
    },
    trainFraction: {
      label: '训练集比例',
      help: '判别器用来学习的那部分真实点。其余留出不用：如果判别器较少把它们判为真，说明它只是背下了训练点。',
    },
  },
  model: {
    architecture: {
      label: '网络类型',
      help: '全连接层把图片看作一长串像素。卷积层用同一组权重查看图片的每个小窗口；这时每一层是一级，数字是通道数，相邻两级之间边长减半或加倍（DCGAN，Radford 等 2016，加倍时重复像素）。',
      options: { dense: '全连接', convolutional: '卷积' },
    },
    conditional: {
      label: '告知类别',
      help: '告诉两个网络图片属于哪一类，这样就可以指定要生成的类别。判别器用投影的方式读取类别（Miyato 和 Koyama 2018）。',
    },
    generator: {
      label: '生成器',
      help: '把噪声变成点的网络的隐藏层。神经元越多，能把噪声弯成越精细的形状。',
    },
    discriminator: {
      label: '判别器',
      help: '分辨真实点与生成点的网络的隐藏层。如果它比生成器弱得多，生成器就学不到什么。',
    },
    latent: {
      label: '噪声维数',
      help: '生成器用多少个随机数造出一个点，也就是潜在空间的维数。为 2 时，图中能画出整个噪声平面怎样被弯曲。',
    },
    noise: {
      label: '噪声分布',
      help: '这些随机数怎样抽取：按钟形曲线，或在 −1 与 1 之间均匀抽取。',
      options: { normal: '正态', uniform: '均匀' },
    },
    activation: {
      label: '激活函数',
      help: '两个网络的隐藏神经元对加权和所做的弯曲。Leaky ReLU 处处都能让一些梯度通过。',
      options: { relu: 'ReLU', leakyRelu: 'Leaky ReLU', tanh: 'Tanh', sigmoid: 'Sigmoid' },
    },
    output: {
      label: '生成器输出',
      help: '生成器最后的弯曲。线性可达任何位置；tanh 使点落在 −1 与 1 之间，sigmoid 落在 0 与 1 之间，此时数据不作缩放。',
      options: { linear: '线性（无激活）', tanh: 'Tanh', sigmoid: 'Sigmoid' },
    },
    initializer: {
      label: '权重初始化',
      help: '训练前两个网络的权重怎样抽取。He 适合 ReLU，Glorot 适合 tanh 和 sigmoid。',
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
    bias: { label: '偏置', help: '给两个网络的每个神经元一个自己的阈值。' },
    packing: {
      label: '一起评判',
      help: '判别器一次评判多少个点，要么全真，要么全是生成的。点彼此太像时它便能察觉，可减轻模式崩溃（PacGAN，Lin 等 2018）。',
    },
    spectralNorm: {
      label: '谱归一化',
      help: '把判别器的每个权重矩阵除以其最大奇异值，使评判不会变化得太陡（Miyato 等 2018）。',
    },
  },
  train: {
    loss: {
      label: '损失函数',
      help: '博弈的规则。非饱和与极小极大：Goodfellow 等 2014。最小二乘：LSGAN，Mao 等 2017。合页：Lim 与 Ye 2017。Wasserstein：WGAN-GP，Gulrajani 等 2017。相对式：RpGAN，Jolicoeur-Martineau 2019；加上 R1 和 R2 即 R3GAN，Huang 等 2024。文章用的是平方误差。',
      options: {
        'non-saturating': '非饱和',
        minimax: '极小极大',
        'least-squares': '最小二乘',
        hinge: '合页 (hinge)',
        'wasserstein-gp': 'Wasserstein 加梯度惩罚',
        relativistic: '相对式',
        'squared-error': '平方误差',
      },
    },
    learns: {
      label: '谁在学习',
      help: '让一个网络停住，另一个继续学习。看看面对不动的生成器，判别器能发现什么，反过来又如何。',
      options: { both: '两者轮流', discriminator: '只有判别器', generator: '只有生成器' },
    },
    discriminatorSteps: {
      label: '判别器更新次数',
      help: '每一步中判别器学习几次，每次用不同的点。次数多，它的评判更可靠，但每步更慢。',
    },
    generatorSteps: { label: '生成器更新次数', help: '每一步中生成器学习几次，每次用不同的噪声。' },
    r1: {
      label: 'R1 惩罚',
      help: '惩罚判别器在真实点处变化太陡：½ · 此值 · 斜率的平方。没有它，两个网络会互相绕圈，可能永远停不下来（Mescheder 等 2018）。0 表示关闭。',
    },
    r2: {
      label: 'R2 惩罚',
      help: '与 R1 相同，但作用在生成点处。相对式损失加上两者即 R3GAN（Huang 等 2024）。0 表示关闭。',
    },
    gradientPenalty: {
      label: '梯度惩罚',
      help: '使判别器在真实点与生成点之间的斜率接近 1，这是 Wasserstein 损失的前提（Gulrajani 等 2017）：此值 · (斜率 − 1)²。0 表示关闭。',
    },
    ema: {
      label: '权重平均',
      help: '显示和保存的生成器是各步的滑动平均：每一步保留这个比例。它比正在训练的那个更少绕圈（Yazıcı 等 2019）。0 表示直接显示后者。',
    },
    temperature: {
      label: '选择的温度',
      help: '生成器学习时选择类别有多“软”：Gumbel-softmax（Jang 等，2017）。温度低时几乎只选一个类别，梯度波动更大；温度高时选择模糊，会被判别器察觉。',
    },
    labelSmoothing: {
      label: '标签平滑',
      help: '告诉判别器，真实点为真的程度是 1 减去此值，使它不会过于自信。只平滑真实点的标签（Salimans 等 2016）。',
    },
    instanceNoise: {
      label: '实例噪声',
      help: '用这个标准差的噪声模糊判别器看到的一切，随后逐渐消失，使真实点与生成点一开始就有重叠（Sønderby 等 2017）。0 表示关闭。',
    },
    instanceNoiseSteps: { label: '噪声消退步数', help: '实例噪声经过多少步完全消失。' },
    discriminatorRate: {
      label: '判别器学习率',
      help: '判别器自己的学习率；0 表示与生成器相同。两种学习率让双方各按自己的节奏稳定下来（TTUR，Heusel 等 2017）。',
    },
    discriminatorOptimizer: {
      label: '判别器优化器',
      help: '判别器自己的更新规则。',
      options: {
        same: '与生成器相同',
        sgd: 'SGD（普通梯度下降）',
        momentum: '动量 SGD',
        nesterov: 'Nesterov 动量 SGD',
        adagrad: 'Adagrad',
        rmsprop: 'RMSProp',
        adam: 'Adam',
        adamw: 'AdamW',
      },
    },
    discriminatorSchedule: {
      label: '判别器学习率调度',
      help: '判别器的学习率随训练如何变化。',
      options: {
        same: '与生成器相同',
        constant: '恒定',
        step: '阶梯下降',
        cosine: '余弦退火',
        exponential: '指数衰减',
        linear: '线性衰减',
      },
    },
  },
} satisfies Same<typeof english> & Readonly<Record<string, Readonly<Record<string, SettingWords>>>>;

/** By preset id. */
export const genPresets: Readonly<Record<string, PresetWords>> = {
  line: { title: '直线', about: '一条斜线：噪声平面被压扁。' },
  twoGaussians: { title: '两团', about: '分开的两团，中间造出的点要尽量少。' },
  ring: { title: '圆环', about: '噪声没有洞，圆环却有：看它怎样被撕开。' },
  threeBlobs: { title: '三团', about: '三团都要找到，并且分得均匀。' },
  ring8: { title: '八点环', about: '八个狭小的点团，检验模式崩溃的常用例子：有没有被遗忘的？' },
  grid25: { title: '二十五点阵', about: '二十五个狭小的点团，更难找全，也更难守住。' },
  moonsGen: { title: '双月', about: '两弯互相咬合的月牙，中间什么也没有。' },
  swissRoll: { title: '瑞士卷', about: '卷起来的一条带子：又长又细，处处弯曲。' },
  checkerboardGen: { title: '棋盘', about: '填满的方格，边缘锐利，平滑的网络只能接近。' },
  spiralGen: { title: '螺旋', about: '两条旋臂互相缠绕。' },
  normal: { title: '单峰', about: '一条线上：一个噪声数，移动并收窄。' },
  twoHumps: { title: '双峰', about: '一条线上：噪声的一部分往左，更大的一部分往右。' },
  threeHumps: { title: '三峰', about: '一条线上：中间的小峰最容易丢失。' },
  uniform: { title: '均匀', about: '一条线上：平坦，两端有锐利的边缘。' },
  skewed: { title: '偏斜', about: '一条线上：一侧陡峭，另一侧拖着长尾。' },
  digits: { title: '数字', about: '像手写的数字，按我们自己的规则画出。两个网络都知道是哪个数字。' },
  shapes: { title: '形状', about: '圆、星、月牙……位置、大小、角度各不相同。两个网络都知道是哪种形状。' },
  articleGen: {
    title: '文章中的例子',
    about: '10 个噪声数，两个网络各有 50 个 sigmoid 神经元、1 个输出；权重 N(0, 1)、无偏置、平方误差、普通梯度下降。',
  },
};
