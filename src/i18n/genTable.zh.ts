import type { Messages } from './en';

export const genTable: Messages['genView']['table'] = {
  caption:
    '生成行的各列平均相差 {distance}，留作测试的真实行相差 {floor}。判别器平均以 {real} 的把握把真实行判为真，以 {made} 的把握把生成行判为真。',
  distance: '相差 {distance} · 测试 {floor}',
  distanceAlone: '相差 {distance}',
  real: '真实',
  made: '生成器所造',
  others: '其他',
  blank: '（空白）',
  correlations: '相关性',
  correlationsHelp: '两个数值列如何一同升降：同向为冷色，反向为暖色。',
  correlationOf: '{a} 与 {b}：{value}',
  rows: '生成的行',
  copying: '是抄的还是造的？',
  copyingHelp: '比较生成行离训练行有多近，以及没有人抄过的测试行离训练行有多近。',
  check: '检查',
  copies: '第 {step} 步：生成行到训练行的距离是测试行的 {ratio} 倍。许多行几乎是抄来的：请用更多的行，或更小的网络。',
  fresh: '第 {step} 步：生成行到训练行的距离是测试行的 {ratio} 倍。它们不是抄来的。',
  astray:
    '第 {step} 步：生成行到训练行的距离是测试行的 {ratio} 倍。它们不是抄来的，但许多行不像任何真实行：请继续训练。',
  unknown: '测试行本身就与训练行重合，因此说明不了什么：表格中有重复的行。',
};
