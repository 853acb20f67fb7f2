import { expect, it } from 'vitest';
import { withoutPrint } from '#lib/clean/metadata/print-title.ts';

it.each([
  ['打印预览 - 河口县信息公开网', '河口县信息公开网'],
  ['清淤会议纪要 - 打印本页', '清淤会议纪要'],
  ['Print view | The old mill', 'The old mill'],
  ['打印预览怎样关闭 - 办公问答', '打印预览怎样关闭 - 办公问答'],
  ['打印', '打印'],
  ['三维打印 - 河口科技馆', '三维打印 - 河口科技馆'],
])('a title without what a window for printing calls itself: %s', (said, left) => {
  expect(withoutPrint(said)).toBe(left);
});
