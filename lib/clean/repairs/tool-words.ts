/** How sure it is that brackets with these words are a tool's. */
export type ToolSaid = 'tool' | 'button' | 'counter' | null;

const SHARES =
  '(?:facebook|fb|line|twitter|plurk|threads|whatsapp|telegram|linkedin|e-?mail|google\\+?|噗浪|臉書|脸书|微信(?:好友)?|新浪微博|微博|qq(?:空间|好友)?|朋友圈|豆瓣)';
const WHO =
  '(?:医生|醫生|医师|專家|专家|律师|律師|药师|藥師|客服|顾问|顧問|老师|老師|名医|名师|我们)';
/** What only a button says. */
const TOOL = `(?:分享(?:至|到|给)? ?${SHARES}|(?:在线|在線|線上|免费|免費|立即|立刻|马上|馬上|一键|一鍵|一对一|快速|向)(?:在线|免费)?(?:咨询|諮詢|谘询|提问|提問|预约|預約|挂号|掛號|购买|購買|领取|下载|下載|试听|试读|问诊|問診|报名|询价|開通|开通|订阅)${WHO}?|(?:咨询|諮詢)${WHO}|预约(?:挂号|专家|医生)|点击(?:这里|此处|查看|放大|收听|播放|下载|咨询|展开|领取|购买|预约)(?:大图|原图|全文|原文|更多|详情|图片|${WHO})?|(?:展开|展開|查看|檢視|阅读|閱讀|显示|收起)(?:全部|全文|更多|原文|原图|大图|详情|剩余内容|剩余)|(?:复制|複製|拷贝)(?:原文|全文|本文|本段|链接|連結|文本)|(?:登录|登陆|登入|注册|开通会员|升级会员)后?(?:可?查看|可见|阅读|下载)|加入(?:购物车|收藏夹?|书签)|(?:听|收听)(?:全文|本文|音频))`;
/** What a document says in brackets too, but not twice behind its sentences. */
const BUTTON =
  '(?:图片|圖片|动图|大图|原图|分享|转发|轉發|收藏|打印|列印|点赞|展开|收起|广告|廣告)';
/** What stands beside them. */
const OTHER = '(?:朗读|朗讀|播放|复制|複製|纠错|报错|举报|背诵|翻译|注释|译文|拼音|音频|视频)';
/** What a database of laws knows of the sentence. */
const KNOWN =
  '(?:相关|相似|类似|同类|关联|引用|被引|引证|援引|本条|本法|涉案)?的?(?:司法|裁判|典型|法院)?(?:案例|判例|裁判文书|文书|法条|法规|条文|司法解释|释义|条文释义|解读|文献|期刊|论文|沿革|变迁|观点)';
const COUNT = '[ (（]{0,2}\\d{1,6} ?[篇条件个次部份]?[)）]?';

const TILES = `(?:${TOOL}|${BUTTON}|${OTHER})`;
const PHRASE = new RegExp(`^${TILES}(?:[ \\u3000|｜/、·,，]{0,3}${TILES}){0,5}$`, 'iu');
const HAS_TOOL = new RegExp(TOOL, 'iu');
const ONE_BUTTON = new RegExp(`^${BUTTON}$`, 'u');
const COUNTED = new RegExp(
  `^${KNOWN}${COUNT}(?:[ \\u3000|｜/、·,，]{1,3}${KNOWN}${COUNT}){0,4}$`,
  'u',
);
const NAMED = new RegExp(`^${KNOWN}$`, 'u');

/**
 * What words in brackets are: a whole phrase of tools (查看大图, 分享至LINE, 相关案例3篇), one word of a button, the name of what a
 * database counts (条文释义); null if they say anything else.
 */
export function toolSaid(words: string): ToolSaid {
  const said = words.trim();
  if (COUNTED.test(said)) return 'tool';
  if (NAMED.test(said)) return 'counter';
  if (ONE_BUTTON.test(said)) return 'button';
  return PHRASE.test(said) && HAS_TOOL.test(said) ? 'tool' : null;
}
