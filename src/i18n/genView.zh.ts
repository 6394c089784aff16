import type { Messages } from './en';
import { genTable } from './genTable.zh';

export const genView: Messages['genView'] = {
  title: '真与假',
  planeLabel: '判别器认为各处有多真，以及真实点和生成器造出的点。',
  lineLabel: '真实点的密度、生成器造出各个值的频率，以及判别器的评判。',
  explore: '用方向键读取判别器对各处的评判；按 Esc 收起十字线。',
  reading: '判为真：{share}',
  realDensity: '真实密度 {value}',
  density: '密度',
  verdicts: '判别器把 {real} 的真实点判为真，把 {made} 的生成点判为真。',
  apart: '它轻易就能分辨。',
  unsure: '它几乎分不出真假。',
  between: '',
  fooled: '眼下生成器占了上风。',
  layers: '图中各部分',
  layer: {
    real: '真实',
    generated: '生成器所造',
    map: '判别器认为',
    manifold: '噪声网格',
    arrows: '生成器的损失要它们去哪里',
  },
  layerHelp: {
    real: '数据中的点，判别器用来学习的那些。点团很窄时，各有一个圆圈标出。',
    generated: '生成器用始终不变的噪声造出的点，因此可以盯住单个点看它移动。',
    map: '判别器对每个位置的评判：假，或真。',
    manifold: '铺在噪声上的网格被生成器带到了哪里。每格代表同样多的点：格子变得越小，颜色越深。',
    arrows: '生成器的损失要把它的点送往何处：沿着这个方向，判别器最快把它判为真。箭头越长，力量越大。',
  },
  madeUp: '假',
  real: '真',

  pictureVerdicts: '判别器平均以 {real} 的把握把真实图片判为真，以 {made} 的把握把生成的图片判为真。',
  fixedPictures: '生成的：同一份噪声',
  fixedPicturesHelp: '每张都留在原位，可以看着它变化。',
  freshPictures: '生成的：新的噪声',
  freshPicturesHelp: '每秒两次新噪声：生成器的全部本领。',
  realPictures: '真实的',
  realPicturesHelp: '判别器学习用的部分图片。',
  shapes: {
    circle: '圆',
    ring: '环',
    square: '方',
    triangle: '三角',
    cross: '叉',
    star: '星',
    heart: '心',
    moon: '月',
  },
  pictureAt: '图片 {number}',
  pictureOfClass: '{class}，第 {number} 张',
  chosenPicture: '选中的图片',
  choosePicture: '点击一张生成的图片可以放大，并看到与它最像的训练图片。从一张拖到另一张，可以看到两者之间是什么。',
  nearest: '与它最像的训练图片',
  nearestOne: '第 {rank} 相像的训练图片 {class}',
  resemblance: {
    unknown: '训练图片不在这里，无法比较。',
    unmeasured: '与最近的一张每像素相差 {distance}。没有留出图片，无法知道平常相差多少。',
    copy: '几乎是复制：每像素只相差 {distance}，而留出的真实图片相差 {usual}。',
    close: '很像一张训练图片：每像素相差 {distance}，而留出的真实图片相差 {usual}。',
    own: '不是复制：每像素相差 {distance}，而留出的真实图片相差 {usual}。',
  },
  walk: '走向另一张…',
  walkHelp: '选择第二张图片，看看生成器用两者之间的噪声生成什么',
  walkWhere: '选择走向哪里',
  walkTitle: '从“{from}”到“{to}”',
  walkLabel: '从第一张到最后一张的途中，生成器用噪声生成的图片。',

  better: {
    title: '能让 Net 变得更好吗？',
    about:
      '训练一个小的 Net 来识别类别：一次只用真实图片，一次再加上生成的图片，步数相同，共五个种子。两者都用谁都没学过的留出图片来考。生成器学过全部 {count} 张训练图片：如果只给 Net 很少的真实图片，它会通过生成的图片间接认识其余的图片。',
    real: '真实图片',
    all: '全部 {count}',
    generated: '加入的生成图片',
    compare: '用 5 个种子比较',
    busy: '正在比较…',
    seed: '种子',
    mean: '平均',
    without: '不加',
    with: '加上生成图片',
    verdict: {
      better: '能：{asked} 张留出图片的正确率从 {without} 提高到 {with}，多 {difference}（±{margin}）。',
      worse: '不能，反而更差：{asked} 张留出图片的正确率从 {without} 降到 {with}，少 {difference}（±{margin}）。',
      same: '五个种子看不出差别：{asked} 张留出图片中，加上为 {with}，不加为 {without}（相差 {difference}，±{margin}）。',
    },
  },
  health: {
    identical:
      '模式崩溃：生成器做出的样本有 {value} 与另一个几乎相同。请提高 R1，让判别器一次判断多个，或换一个种子重新开始。',
    spread: '模式崩溃：生成的样本分布范围只有数据的 {value}。请提高 R1、降低学习率，或让判别器一次判断多个。',
    modesCovered: '模式崩溃：生成器只找到了 {value} 的点团。请让判别器一次判断多个、加宽两个网络，或提高 R1。',
    overwhelmed:
      '判别器占了上风：它能分辨 {real} 的真实样本和 {made} 的生成样本，而生成器的损失在上升。请提高 R1、降低判别器的学习率，或让生成器多走几步。',
  },

  averaged: '平均',
  averagedHelp: '显示生成器权重在最近若干步上的平均，也就是被评测和带走的那个。关闭后显示此刻的生成器，它会来回跳动。',

  table: genTable,

  steps: '手动走一步',
  stepOf: { discriminator: '判别器一步', generator: '生成器一步', both: '两者' },
  stepHelp: {
    discriminator: '暂停，只让判别器学习一步',
    generator: '暂停，只让生成器学习一步',
    both: '暂停，让两者先后各学习一步',
  },

  slowMotion: '慢动作',
  slowMotionHelp: '一个阶段一个阶段地走完一个训练步',
  stopSlowMotion: '停止',
  nextStage: '下一阶段',
  byItself: '自动继续',
  stages: '一步中的各阶段',
  stageOf: '第 {number} 阶段，共 {count} 个',
  stage: {
    noise: {
      name: '噪声',
      text: '抽取噪声：每个点只有 {numbers} 个随机数，别无其他。图中是生成器处理之前的噪声。',
    },
    make: { name: '生成', text: '生成器弯曲噪声：每一份噪声变成一个点。' },
    judge: { name: '评判', text: '判别器看真实点和生成点，说出每个位置看起来有多真。' },
    discriminator: {
      name: '判别器学习',
      text: '告诉判别器哪些是真、哪些是假，它稍稍调整权重，评判随之移动。此时生成器不动。',
    },
    arrows: {
      name: '建议',
      text: '现在生成器要问：每个点该往哪里去才显得更真？箭头就是答案，即其损失的梯度。',
    },
    generator: {
      name: '生成器学习',
      text: '生成器调整权重，使它的点沿箭头走一小段。此时判别器不动。然后一切重新开始。',
    },
  },
};
