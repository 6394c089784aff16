import { type Stream, stream } from '../../../random/stream';
import { pick } from '../draw';
import { textDataset } from '../text/dataset';
import type { SequenceTask } from './task';

const things = '春风 秋雨 白云 明月 流水 落叶 飞鸟 炊烟 小鱼 老牛 黄犬 蝴蝶 青苔 桃花 细雪 晚霞 孤灯 清泉'.split(' ');
const acts = Array.from('过照映绕入来伴问忆望');
const moves = Array.from('飞来去落归眠鸣舞');
const counts = '一片 几点 三两 数声 半窗 满园 十里 千重'.split(' ');
const kinds = Array.from('小远旧新寒晴深高');
/** Words of one rhyme each. */
const rhymes = ['楼舟洲秋', '山天船烟田', '霜光窗乡江', '风松钟空虹', '星亭萍冰庭'].map((words) => Array.from(words));

/** Five characters without a rhyme. */
function openLine(random: Stream): string {
  return random.uniform() < 0.5
    ? `${pick(random, counts)}${pick(random, things)}${pick(random, moves)}`
    : `${pick(random, things)}${pick(random, acts)}${pick(random, things)}`;
}

/** Five characters that end in a given one. */
function rhymedLine(random: Stream, last: string): string {
  return `${pick(random, things)}${pick(random, acts)}${pick(random, kinds)}${last}`;
}

/** Two couplets, their ends rhymed. */
function poem(random: Stream): string {
  const ends = pick(random, rhymes);
  const couplet = () => `${openLine(random)}，${rhymedLine(random, pick(random, ends))}。\n`;
  return `${couplet()}${couplet()}\n`;
}

/** Short Chinese verse, five characters a line, from templates: running text. */
export const verseChinese: SequenceTask = {
  id: 'verseChinese',
  kind: 'characters',
  settings: ['samples', 'trainFraction', 'window'],
  defaults: { samples: 4000 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const poems = Array.from({ length: Math.ceil(options.samples / 4) }, () => poem(random));
    return textDataset({ name: 'verseChinese', text: poems.join('') }, { ...options, form: 'running' }, seed);
  },
};
