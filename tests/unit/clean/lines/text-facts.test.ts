import { expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const PROSE =
  '今年以来，在各级领导的关心和支持下，全体职工团结一心，较好地完成了年初确定的各项任务，现将有关情况总结如下。';

it('takes the links at the page’s end for no path', () => {
  const lines = [
    '竹简文库',
    '《消防安全自查报告》由会员上传分享，免费在线阅读，更多相关内容在工程资料-竹简文库。',
    PROSE,
    PROSE,
    '关于竹简文库 | 帮助中心 | 隐私政策',
  ];
  const { document } = cleanPage({
    bytes: new TextEncoder().encode(lines.join('\n')),
    contentType: 'text/plain; charset=utf-8',
    url: null,
  });

  expect(document).toMatchObject({ site: '竹简文库', category: ['工程资料'] });
});
