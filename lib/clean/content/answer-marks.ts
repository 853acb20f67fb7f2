import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** 3 个回答 默认排序, 共5条回答: the head of the answers. */
const ANSWERS =
  /^(?:共|全部|查看全部)?\s?\d[\d,]{0,8}\s?(?:个|条|則|则)(?:回答|答案)[\s\u3000]?(?:默认排序|按.{2,6}排序|最新|排序)?$/u;
/** 最佳答案, 优质回答: the head of the one that the site or the asker chose. */
const CHOSEN =
  /^(?:最佳|优质|精选|推荐|满意|权威|最优|被采纳的?|提问者采纳的?)(?:答案|回答)$|^(?:提问者|题主|楼主)?(?:已采纳|采纳)(?:答案|回答)?$/u;
/** 2,811 人赞同了该回答: between who answers and what they say. */
const PRAISED =
  /^\d[\d,.]{0,8}\s?(?:万|千|k|w)?\+?\s?(?:人|位.{0,4}|个人)?(?:也)?(?:赞同了?|觉得|点赞了?|推荐了?)(?:该|此|这个|这条|本)?(?:回答|答案)(?:有用|很赞)?$/iu;
/** 某医生 主治医师 二级甲等 向TA提问: the card of who answers, above the answer. */
const ANSWERER =
  /(?:医生|医师|药师|护师|教授|律师|专家|顾问|老师|答主)(?=.{0,20}$).{0,16}(?:向(?:ta|该?(?:医生|律师|专家))(?:提问|咨询)|(?:去|我要)?(?:问|提问|咨询)ta)$/iu;
const MARKS = [ANSWERS, CHOSEN, PRAISED, ANSWERER];
const LONGEST = 40;
/** The mark stands above the document if this much of what was kept follows it. */
const AFTER = 0.7;

/**
 * The document of a page of answers is the answer: what its question says in more words, and what who answers says of
 * themselves, stand above the mark of the answers, which only such pages have. Answers whether there is such a mark.
 */
export function dropAboveAnswer({ measures }: PageFeatures, kept: boolean[]): boolean {
  const marks = MARKS.map((mark) =>
    measures.findIndex(({ text }) => text.length <= LONGEST && mark.test(text)),
  );
  if (marks.every((mark) => mark < 0)) return false;
  const after = new Float64Array(measures.length + 1);
  for (let index = measures.length - 1; index >= 0; index -= 1) {
    after[index] = at(after, index + 1) + (kept[index] ? (measures[index]?.size ?? 0) : 0);
  }
  const least = at(after, 0) * AFTER;
  const found = Math.max(...marks.filter((mark) => mark >= 0 && at(after, mark) >= least), -1);
  kept.fill(false, 0, Math.max(0, found));
  return found >= 0;
}
