import { describe, expect, it } from 'vitest';
import { saidOnce } from '#lib/clean/metadata/said-once.ts';

describe('a title as its line says it', () => {
  it.each([
    ['读《渡船》有感 读《渡船》有感', '读《渡船》有感'],
    ['村口修桥动工仪式上的讲话村口修桥动工仪式上的讲话', '村口修桥动工仪式上的讲话'],
    ['春耕动员会发言稿分享到微信QQ微博', '春耕动员会发言稿'],
    ['春耕动员会发言稿 分享至：微信、朋友圈', '春耕动员会发言稿'],
  ])('%s is said once', (line, title) => {
    expect(saidOnce(line)).toBe(title);
  });

  it.each([
    '天天 天天',
    '好好学习好好学习',
    '村口修桥的讲话村口修路的讲话',
    '把经验分享到微信的三个办法',
    '上册 下册',
    '读《渡船》有感 读《渡口》有感',
  ])('%s stays', (line) => {
    expect(saidOnce(line)).toBe(line);
  });
});
