import { APP_SHAPES } from './app-shapes.ts';
import { BOARD_SHAPES } from './board-shapes.ts';
import { CALL_SHAPES } from './call-shapes.ts';
import { type LineClass, lineClass, type Shape } from './line-class.ts';

/** What sites of one kind put between the paragraphs: encyclopaedias, newspapers, poems, doctors, lesson plans. */
export const SITE_SHAPES: readonly Shape[] = [
  {
    // 尹医生 好评率99% 立即咨询 ￥9: who sells answers, with the button
    pattern:
      /^[^,。;:!?]{2,30} ?(?:好评率?|满意[率度]|推荐热度|回复率|接诊量|咨询量|服务人[数次]|帮助人数)[: ]{0,2}\d[\d.]{0,8}[%万分人+]{0,2}[^,。;]{0,16} (?:立即|免费|在线|马上|点击|去)(?:咨询|提问|预约|问诊)(?: ?[¥￥] ?\d{1,5}(?:\.\d{1,2})?(?:元|起|\/次)?)?$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 80,
  },
  ...BOARD_SHAPES,
  ...APP_SHAPES,
  ...CALL_SHAPES,
  {
    // → 点击查看更多：读后感大全
    pattern:
      /^(?:请)?(?:点击|点此|戳此)(?:这里|此处)?(?:查看|阅读|浏览|欣赏)更多(?:的|相关|精彩|同类|优秀)?(?:内容|文章|范文|作文)?(?: ?: ?|>{1,3} ?)[^。,;!?]{2,30}$/u,
    is: lineClass('promotion', 'anywhere'),
    max: 50,
  },
  {
    // 本词条缺少概述图，补充相关内容使词条更完整，还能快速升级，赶紧来编辑吧！
    pattern:
      /^(?:本|该|此)(?:词条|条目|页面|义项)(?:缺少|缺乏|需要|尚无)[^。,]{2,20},[^。]{0,20}(?:补充|完善|添加|改善)[^。]{0,40}(?:吧|更完整|编辑)[。!]?$/u,
    is: { ...lineClass('boilerplate', 'anywhere'), sure: true },
    max: 80,
  },
  {
    // 【点击进入专题：美丽乡村】
    pattern:
      /^[【[(〖]? ?(?:请)?(?:点击|点此|戳)(?:这里)?(?:进入|查看|浏览|阅读)(?:相关|更多|本网|新闻)?(?:专题|专栏|特别报道|系列报道)(?:报道|页面)? ?[:>》][^。;]{2,40}$/u,
    is: { ...lineClass('related', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // 症状拿不准？让医生帮您看一看 → 立即提问
    pattern:
      /^[^。?“"「]{2,20}\?[^。?“"「]{2,24} ?(?:→|>{1,3}|»|➤) ?(?:立即|马上|免费|点击|现在)(?:提问|咨询|问诊|预约|测评|测试|报名|领取|诊断)$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // 大班科学教案《会站立的鸡蛋》适用于大班的科学主题教学活动当中，快来看看吧。
    pattern:
      /^[^。]{2,60}适用于[^。,]{2,40}(?:教学活动|教学|活动)当?中,[^。]{0,80}(?:快来看看|一起来看看|快来(?:一起)?学习)[^。]{0,60}吧[。!]?$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 220,
  },
  {
    // >>点击测一测：你的存款利息是多少; the arrows are gone here
    pattern:
      /^(?:请|快|马上|立即|免费|在线)?(?:点击|点此|点我|戳这里|戳此|猛戳)(?:这里)?(?:测一测|算一算|查一查|测测|算算|查查|看看)[:,!]? ?[^。]{2,40}$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 50,
  },
  {
    // 以下是小编为大家收集的思想汇报，希望对大家有所帮助。 No author says both.
    pattern:
      /(?:以下|下面|下文|接下来)(?:就)?是(?:由)?(?:小编|本站)(?:精心)?(?:为|给|帮|替)(?:大家|您|你们?|各位)[^。!?]{0,6}(?:整理|收集|搜集|准备|带来|分享|汇总|推荐|提供)[^。!?]{2,60},(?:希望|欢迎|仅供|供|一起)[^。!?]{2,24}[。!]?$/u,
    is: { ...lineClass('promotion', 'anywhere'), sure: true },
    max: 160,
  },
];

/** ▲ 收起: with its sign it is a button wherever it stands. */
const FOLDS = /^[▲△∧︿▴↑] ?收起(?:全文)?$/u;
const FOLD: LineClass = { ...lineClass('form', 'anywhere'), sure: true };

/** The button that folds a box, on a line of its own; null for any other line. */
export function foldButton(line: string): LineClass | null {
  return FOLDS.test(line) ? FOLD : null;
}
