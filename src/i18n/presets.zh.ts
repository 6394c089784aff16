import { genPresets } from './gen.zh';
import { recPresets } from './rec.zh';
import type { PresetWords } from './words';

/** By preset id. */
export const presets: Readonly<Record<string, PresetWords>> = {
  spiral: { title: '螺旋', about: '两条旋臂互相缠绕：直线无法分开的经典问题。' },
  circle: { title: '圆环', about: '一类包围着另一类，八个神经元就能把它围住。' },
  xor: { title: '异或', about: '对角属于同一类：正是这个问题让隐藏层变得必要。' },
  gauss: { title: '两团', about: '几乎线性可分。看看网络需要的有多么少。' },
  moons: { title: '双月', about: '两弯互相咬合的月牙，带一点噪声。' },
  checkerboard: { title: '棋盘', about: '许多小方格：考验网络能容纳多少细节。' },
  clusters: { title: '多簇', about: '同时区分多于两个类别，每类一个输出。' },
  plane: { title: '斜面', about: '回归：预测在平面上均匀升高的数值。' },
  hills: { title: '山丘', about: '回归：高低起伏的平滑地形。' },
  curve: { title: '曲线', about: '一个输入，一个输出：看一条线如何弯向各个点。' },
  article: {
    title: '文章中的例子',
    about: '10 个输入、50 个 sigmoid 神经元、1 个输出；权重 N(0, 1)、无偏置、平方误差、普通梯度下降。',
  },
  ...recPresets,
  ...genPresets,
};
