import type { PictureNote } from '../data/images/note';

export const pictureNotes: Readonly<Record<PictureNote['kind'], string>> = {
  brokenPictures: '略去了 {count} 张无法读取的图片，第一张是 {name}',
  otherFiles: '略去了 {count} 个不是图片的文件',
  manyClasses: '名称有 {count} 种，超过了类别数上限 {limit}：这些图片没有类别',
};
