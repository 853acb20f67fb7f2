import { isChannelWord } from './channel-word.ts';
import { isHomeName } from './path-names.ts';
import { isMenu } from './title-shape.ts';

const MIN = 2;
const MAX = 24;
const MAX_LATIN = 48;
/** Where a name at the beginning of a line ends. */
const NAME_END = /[\s，,。.!！|｜│·•:：;；()（）©<>《》【】[\]—–_/-]|www|http/iu;
/** A name in Latin letters has blanks. */
const LATIN_END = /[,.!|｜│·•:;()©<>[\]—–]|\s-\s|www|http/iu;
const HAN = /\p{Script=Han}/u;
const COLON = /[:：]/u;
const QUOTES =
  /^[“”"'「」【】[\]『』〖〗◆◇★☆●■※|｜→\s]{1,6}|[“”"'「」【】[\]『』〖〗◆◇★☆●■※|｜\s]{1,6}$/gu;
const DOMAIN = /\s?[（(][\w.-]{3,40}[）)]$/u;
/** 内容来自某某网: whose it is, before the name. */
const FROM =
  /^(?:本?文[章档]?|以上|本页|该)?(?:内容|资料|信息|文章|文档)?(?:来自于?|来源于|转载自|转自|摘自)[:：]?\s?(?=\S{2})/u;
const POWERED = /powered by|discuz|phpwind|phpcms|dedecms|wordpress|hexo|\.net$/iu;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/;
const NO_NAME =
  /^(?:undefined|null|nan|本站|本网|本刊|本馆|本库|本平台|小站|我站|该站|原站|网站|平台|网页|站内|站长|站务|导航|菜单|站点|论坛|社区|博客|文库|互联网|网络|网友|会员|用户|作者|原作者|编辑|小编|登录|注册|搜索|检索|收藏|客服|所有|全部|更多|返回|联系|关于|声明|手机版|电脑版|copyright|all|rights|powered|blog|news|forum|the|our|we|you|时间|日期|作者|来源|标签|关键词|分类|栏目|正文|目录|简介|评论|摘要|楼主|沙发|查看|回复|回覆|举报|檢舉|分享|转发|打印|发帖|取自|来自|转自|摘自|检索自)$|(?:时间|日期|次数|于)$|^\d+\W?$|^版[权權]|^跳[到转轉]|^(?:无障碍|無障礙|长者|長者|适老|关怀|大字)|ICP[备備证證]|^(?:网站|網站)(?:导[览航]|導[覽航]|支持)|^(?:请输入|字[级級号號体體])|^(?:设为|加入|今天是|现在|当前|欢迎|您|你|上一|下一|前一|后一|相关|热门|推荐|最新|点击|关注|扫|共|第\s?[\d一二三四五六七八九十百A-Z]{1,4}\s?[版期页頁章节回条楼层次届篇卷张]|第\d|未经|如有|友情|免责|举报|备案|地址|电话|邮编|主办|承办|技术)/iu;
/** A quotation mark inside is a title's, cut in two. */
const SENTENCE = /[，。！？；、,;!?：:“”「」]/u;

/** The name without quotes, ornaments, its address in brackets, a label. */
export function cleanSite(raw: string): string {
  let name = raw.trim().replace(QUOTES, '').replace(DOMAIN, '').replace(FROM, '').trim();
  const colon = name.search(COLON);
  if (colon >= 0) name = name.slice(colon + 1).trim();
  if (isHomeName(name)) return '';
  return name;
}

/** Whether a word can be a site's name by its looks. */
export function isSiteLike(name: string): boolean {
  if (name.length < MIN || name.length > (HAN.test(name) ? MAX : MAX_LATIN) || SENTENCE.test(name))
    return false;
  return (
    !NO_NAME.test(name) &&
    !isChannelWord(name) &&
    !POWERED.test(name) &&
    !ADDRESS.test(name) &&
    !isMenu(name)
  );
}

const ACCOUNT = /^\p{L}{1,8}_\d{3,12}(?:\s|$)/u;

/** The name a line begins with. */
export function leadName(text: string): string {
  const bare = text.replace(QUOTES, '');
  // 书友_8830 is no 书友.
  if (ACCOUNT.test(bare)) return '';
  const end = bare.search(HAN.test(bare) ? NAME_END : LATIN_END);
  return end < 0 ? bare : bare.slice(0, end);
}
