import type { Messages } from './en';

export const drawing: Messages['panels']['drawing'] = {
  open: '自己画…',
  title: '画一个分布',
  about: '你把点放在哪里，生成器也要把点放到哪里：你放得多的地方，它也要多放。',
  board: '画板。方向键移动光标，按住 Shift 移得更远；按 Enter 在那里喷上点，或擦去点。',
  tool: '工具',
  tools: { brush: '画笔', spray: '喷枪', erase: '橡皮' },
  undo: '撤销',
  clear: '清空',
  count: '{count} 个点',
  learn: '学习它',
  own: '你自己画的平面上的点。',
};
