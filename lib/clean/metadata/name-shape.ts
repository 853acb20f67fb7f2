import { foldLine } from '../lines/fold-line.ts';
import { isChannelWord, isNetworkName } from './channel-word.ts';
import { isMenu } from './title-shape.ts';

/** A name as people and accounts write theirs: a few characters of one script or two, no blanks in Han. */
const NAME = /^[\p{Script=Han}\p{L}\p{N}_·•.-]{2,14}$/u;
const HAN_OR_LETTER = /\p{L}{2}/u;
const MOST_HAN = 10;
const HAN = /\p{Script=Han}/gu;
/** What interfaces put where a name could be: buttons, ranks, counters, places, days. */
const NO_NAME =
  /^(?:关注|登[录陆]|注册|收藏|回复|点赞|分享|打印|举报|发[布表送帖]|编辑|已(?:更新|编辑|修改|发布)|原创|转载|置顶|精华|正文|评论|目录|首页|返回|更多|查看|下载|搜索|检索|扫码|楼主|沙发|板凳|积分|级别|等级|精华|威望|金币|帖[数子]|主题|精品|推荐|热门|最新|相关|上一|下一|前一|后一|当前|离线|在线|串门|打招呼|小档案|短信|加好友|发消息|只看|倒序|字体|字号|[大中小]号?$|摘要|导读|提示|温馨|来源|时间|日期|作者|标签|关键词|分类|栏目|阅读|浏览|点击|人气|热度|广告|版权|声明|简介|引用|(?:建立|创建|发起|分享|整理)[者人]$|单位|部门|会员|网友|佚名|匿名|现行|有效|失效|废止|已(?:废止|失效)|(?:尚未|即将)(?:生效|施行)|管理员|本站|游客|用户|秀才|新手(?:上路|$)|金牌|银牌|元老|高级|中级|初级|普通|资深|社区|论坛|全部|所有|全文|展开|收起|用料|做法|步骤|播报|讨论|上传|历史|第[\d一二三四五六七八九十]|共\d|lv\d|uid|no\b|vip|post\b|posted\b|by\b|date\b|time\b|updated\b|published\b|docx?\b|pdf\b|pptx?\b|xlsx?\b|txt\b)/iu;
const COUNT = /^\p{L}{0,4}\d[\d,.]*\p{L}{0,4}$|\d{4}|\d[年月日时分次人条楼页篇字级]$/u;
const ORGANISATION =
  /(?:网|站|库|社|报|台|馆|所|局|厅|委|部|处|科|室|组|办|中心|公司|集团|学校|小学|中学|大学|学院|医院|银行|协会|政府|党委|支部|频道|版|吧|区|栏目|编辑部|平台)$/u;

/** Whether a line could be a person's or an account's name by its looks. */
export function isNameShaped(text: string): boolean {
  if (!NAME.test(text) || !HAN_OR_LETTER.test(text)) return false;
  if ((text.match(HAN)?.length ?? 0) > MOST_HAN) return false;
  if (NO_NAME.test(foldLine(text)) || COUNT.test(text) || isChannelWord(text)) return false;
  return !isNetworkName(text) && !isMenu(text);
}

/** An office or a site, not a person. */
export function isOrganisation(name: string): boolean {
  return ORGANISATION.test(name);
}

/** Kinds of documents and topics, which also stand there alone. */
export const NOUN =
  /(?:文|稿|书|信|诗|词|歌|报告|总结|方案|计划|合同|协议|制度|办法|通知|公告|公示|新闻|动态|要闻|资讯|[展快简短喜电通]讯|预告|知识|常识|教育|文化|科技|安全|法规|政策|解读|问答|攻略|教程|笔记|日记|随笔|故事|小说|剧本|作品|试题|试卷|教案|课件|论文|发言|讲话|致辞|演讲|汇报|材料|资料|大全|模板|频道|专题|专栏|生活|健康|美食|旅游|经济|农业|管理|工作|活动|学习|时间|日期)$/u;
