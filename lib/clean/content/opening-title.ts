import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageFeatures } from './page-features.ts';

/** 授权委托书, 关于加强汛期值守的通知: how papers are headed. */
const PAPER =
  /^\p{Script=Han}[\p{Script=Han}（）()《》〔〕]{2,28}(?:书|合同|协议|协定|证明|通知|通告|公告|公示|通报|申请|报告|方案|预案|规定|规程|规则|办法|条例|制度|细则|守则|公约|章程|函|决定|意见|总结|计划|讲话|讲话稿|发言稿|致辞|说明|清单|名单|记录|纪要|條例|書|協議|證明|報告|計劃|總結|辦法)(?:[（(][\p{Script=Han}\d]{1,8}[）)])?$/u;
/** Paragraphs of the document below it in the same box. */
const LEAST_BELOW = 3;

/**
 * Keeps the heading that a paper has of its own, set as its first paragraph: under the title of the page 水电过户委托书
 * the paper itself begins 授权委托书. Where it says the title again it goes later, as any such line.
 */
export function keepOpeningTitle(
  { blocks, measures, owners }: PageFeatures,
  kept: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const first = kept.indexOf(true);
  const at = first - 1;
  const [own, next] = [owners[at], owners[first]];
  const box = own?.parent;
  const isFirst = own && next && box && next.parent === box && own.name === next.name;
  if (!isFirst || fixed[at] || blocks[at]?.kind !== 'paragraph') return [...kept];
  const { links = 0, text = '' } = measures[at] ?? {};
  const above = owners[at - 1];
  const opensBox = above?.parent !== box;
  if (links > 0 || !opensBox || !PAPER.test(text)) return [...kept];
  const below = owners.slice(first).filter((owner, offset) => {
    return owner?.parent === box && kept[first + offset];
  });
  return kept.map((is, index) => is || (index === at && below.length >= LEAST_BELOW));
}
