/** Labels in simplified script and lower case. */
export type LabelKind = 'date' | 'author' | 'category' | 'pages' | 'viewer' | 'other';

const LABELS: Readonly<Record<LabelKind, string>> = {
  date: '发布时间|发布日期|发表时间|发表日期|发文时间|发文日期|更新时间|更新日期|上传时间|上传日期|上传|上载日期|上载时间|录入时间|添加时间|添加日期|创建时间|修改时间|编辑时间|收录时间|时间|日期|发布于|发表于|上传于|更新于|更新|发布|published|posted|date|updated|last updated|post date',
  author: '文章作者|作者|撰稿人|撰稿|撰文|供稿人|作者姓名|written by|author|by',
  category:
    '所属栏目|所属分类|所属类别|文章分类|文章栏目|栏目|分类|类别|类型|频道|category|section',
  pages: '全文页数|文档页数|总页数|页数|pages',
  viewer:
    '文件大小|文档大小|资源大小|大小|资源id|文档id|文档编号|文件格式|文档格式|资源格式|格式|下载积分|所需积分|所需金币|下载次数|上传者|上传人|上传用户|下载量|id|size|format',
  other:
    '信息来源|文章来源|稿件来源|资料来源|来源|稿源|出处|责任编辑|编辑|责编|录入者|录入员|录入|审核|校对|审稿|发布者|发布人|发布单位|发布机构|发布机关|浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读数|阅读|点击次数|点击量|点击数|点击率|点击|访问量|访问次数|人气|热度|次数|字数|评论数|评论|点赞|收藏|推荐星级|推荐指数|星级|评分|字号|字体大小|字体|大小|打印|分享|查看|回复|手机版|视力保护色|背景色|关键词|关键字|标签|索引号|文号|发文字号|有效性|是否含答案|是否有答案|主题分类|公开方式|source|views|comments|reading time|edited by|editor|tags',
};

const KINDS: ReadonlyMap<string, LabelKind> = new Map(
  // The first kind that claims a label keeps it: 大小 of a file before 大小 of the letters.
  (['other', 'viewer', 'pages', 'category', 'author', 'date'] as const).flatMap((kind) =>
    LABELS[kind].split('|').map((label) => [label, kind] as const),
  ),
);
const LONGEST_LABEL = Math.max(...[...KINDS.keys()].map((label) => label.length));

export interface Label {
  readonly kind: LabelKind;
  readonly from: number;
  /** Where its value begins: behind the colon. */
  readonly valueFrom: number;
}

const LETTER = /[\p{L}]/u;

/**
 * The labels in a folded line, each the longest that ends at its colon. The first stands at the beginning of a
 * word (报名时间 is the document's own) unless the line `isGlued`; later ones may be glued to the value before them.
 */
export function findLabels(line: string, isGlued = false): Label[] {
  const labels: Label[] = [];
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    const end = line.charAt(colon - 1) === ' ' ? colon - 1 : colon;
    const label = labelEndingAt(line, end, isGlued || labels.length > 0);
    if (label) labels.push({ ...label, valueFrom: colon + 1 });
  }
  return labels;
}

function labelEndingAt(
  line: string,
  end: number,
  mayBeGlued: boolean,
): Omit<Label, 'valueFrom'> | null {
  for (let from = Math.max(0, end - LONGEST_LABEL); from < end - 1; from += 1) {
    const kind = KINDS.get(line.slice(from, end));
    if (kind === undefined) continue;
    const before = line.charAt(from - 1);
    const isLatin = line.charCodeAt(from) < 0x80;
    const isGlued = LETTER.test(before) && (!mayBeGlued || isLatin);
    return isGlued ? null : { kind, from };
  }
  return null;
}
