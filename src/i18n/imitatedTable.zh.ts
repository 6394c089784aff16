import type { Messages } from './en';

export const imitatedTable: Messages['panels']['imitatedTable'] = {
  about: '造出与你的表格相似的新行。两个数值列会画成平面上的点。',
};
