import { describe, expect, it } from 'vitest';
import { isKeywordString } from '#lib/clean/lines/keyword-string.ts';

describe('isKeywordString', () => {
  it.each([
    ['竹篙的作用,竹篙怎么用,竹篙价格,竹篙保养', '竹篙使用说明'],
    ['资料简介：渡口修缮方案,修缮方案,渡口施工,安全方案doc', '渡口修缮专项施工方案'],
    ['腰疼是怎么回事,腰疼检查,椎间盘突出,腰疼吃什么药', '腰疼一定要拍片吗'],
  ])('knows a row of phrases: %s', (line, title) => {
    expect(isKeywordString(line, title)).toBe(true);
  });

  it.each([
    ['春天来了,春天的风来了,春天的雨来了,春天的花开了', '春天'],
    ['竹篙,面粉,白糖,鸡蛋', '竹篙饼的做法'],
    ['竹篙的作用,竹篙怎么用,竹篙价格。', '竹篙使用说明'],
    ['竹篙的作用,竹篙价格', '竹篙使用说明'],
    ['关键词：渡口施工,渡口方案,渡口修缮,渡口安全', '渡口修缮方案'],
  ])('is not led on by %s', (line, title) => {
    expect(isKeywordString(line, title)).toBe(false);
  });
});
