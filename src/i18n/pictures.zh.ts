import type { PictureNote } from '../data/images/note';

export const ownPictures = {
  about: '任何图片都会变成灰度的正方形。文件夹，或者像 cat_12.png 这样的名称，会成为类别。',
  open: '打开图片…',
  hint: 'PNG、JPEG、GIF、WebP 或 BMP 文件，装有它们的 zip 压缩包，或者像 MNIST 那样的 IDX 文件（连同标签）。也可以把它们拖到页面的任何地方。它们不会离开这台设备。',
  openFolder: '打开文件夹…',
  folderHint: '文件夹中的所有图片；其中的子文件夹会成为类别。也可以把文件夹拖到页面的任何地方。',
  count: '{count} 张图片',
  classes: '{count} 个类别',
  noClasses: '没有类别',
  classCounts: '每个类别的图片数',
  missing: '这次训练用的图片没有载入。打开它们才能继续训练。',
};

export const picturesAway = {
  png: '图片 PNG',
  pngHelp: '由同一批噪声生成的图片现在的样子，放大到可以看清',
  webm: '过程 WebM',
  webmHelp: '录下学习过程中由同一批噪声生成的图片，再按一次结束',
  saveVideo: '保存视频（{seconds} 秒）',
  noRecorder: '这个浏览器不能录制 WebM 视频。',
  step: '第 {step} 步',
};

export const pictureNotes: Readonly<Record<PictureNote['kind'], string>> = {
  brokenPictures: '略去了 {count} 张无法读取的图片，第一张是 {name}',
  otherFiles: '略去了 {count} 个不是图片的文件',
  manyClasses: '名称有 {count} 种，超过了类别数上限 {limit}：这些图片没有类别',
};
