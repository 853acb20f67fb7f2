import { type Block, blockText } from '../block.ts';
import type { Line } from './scan-lines.ts';

/** Fields of the box in which offices of the state file a paper, without blanks and colons. */
const LABELS: ReadonlySet<string> = new Set(
  (
    '索引号 信息索引 信息索引号 信息类别 主题分类 体裁分类 组配分类 公文种类 文件类型 服务对象 发文机构 发文机关 发文单位 发布机构 发布机关 公开机构 制发机关 责任部门 信息来源 ' +
    '生成日期 成文日期 发布日期 公开日期 发文日期 生效日期 废止日期 失效日期 实施日期 名称 信息名称 标题 文件名称 公文名称 文号 发文字号 文件编号 主题词 关键词 公开方式 公开形式 公开范围 ' +
    '公开时限 公开程序 有效性 时效性 效力状态 语种 内容概述'
  ).split(' '),
);
/** What no other table says of its matter. */
const OF_OFFICE: ReadonlySet<string> = new Set(
  '索引号 信息索引 信息索引号 组配分类 体裁分类 发文机构 发文机关 发布机构 发布机关 制发机关 生成日期 成文日期 发文字号 主题词 公开方式 公开范围 公开时限 有效性 效力状态'.split(
    ' ',
  ),
);
const LEAST_LABELS = 4;
const LEAST_OF_OFFICE = 2;
const BLANKS = /[\s\u3000]+/gu;
const COLON = /[:：]$/u;

/**
 * Index behind the box of fields above a paper of an office: 索引号, 发文机构, 生成日期, 文号, 主题词. 0 if there is
 * none, or if running text stands above it.
 */
export function indexBoxEnd(lines: readonly Line[]): number {
  const first = lines.findIndex(({ block }) => labelsOf(block).length > 0);
  const table = lines[first]?.block.group ?? 0;
  if (table === 0 || lines.slice(0, first).some(({ prose }) => prose)) return 0;
  const next = lines.findIndex(({ block }, at) => at > first && block.group !== table);
  const rows = lines.slice(first, next < 0 ? lines.length : next);
  const labels = rows.map(({ block }) => labelsOf(block));
  const all = labels.flat();
  const offices = new Set(all.filter((label) => OF_OFFICE.has(label)));
  const isBox = all.length >= LEAST_LABELS && offices.size >= LEAST_OF_OFFICE;
  return isBox && next >= 0 && labels.every((own) => own.length > 0) ? next : 0;
}

/** The labels of a row whose every second cell is one; none of any other row. */
function labelsOf(block: Block): string[] {
  if (block.kind !== 'table-row') return [];
  const names = blockText(block)
    .split('\t')
    .filter((_, at) => at % 2 === 0)
    .map((cell) => cell.replace(BLANKS, '').replace(COLON, ''))
    .filter((name) => name !== '');
  return names.every((name) => LABELS.has(name)) ? names : [];
}
