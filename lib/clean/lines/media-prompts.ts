/**
 * Forums show the pictures and files of a post to members only, and say so where they stand: 您需要登录才可以下载或查看,没有
 * 帐号?立即注册; 游客看不到图片,请先登录; 您所在的用户组无法下载或查看附件. The text around them is whole. Folded lines.
 */
const MEDIA = '(?:图片?|大图|原图|高清图|照片|插图|附件|视频|音频)';
const SEES = '(?:查看|观看|浏览|显示|下载|打开|看|下载或查看|查看或下载)';
/** Who may not see them is a visitor by his name, or is spoken to. */
const VISITOR =
  '(?:游客|访客|(?:您|你)?(?:还|尚|目前)?(?:没有|未|没)(?:登[录陆]|注册)(?:用户|会员|者)?|(?:您|你)(?:需要|须|要)(?:先)?(?:登[录陆]|注册)|(?:您|你)所(?:在|属)的?(?:用户|会员)?(?:组|级别)|普通会员)';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^(?:抱歉|对不起)?[,!]?${VISITOR}[^。;]{0,12}(?:看不[到见了]|无法|不能|不可以?|没有权限|无权)${SEES}?[^。;]{0,6}${MEDIA}(?=$|[ ,!。|]|请)`,
    'u',
  ),
  /^(?:(?:马上|立即|快来)注册,[^。]{2,30}[,!。] ?)?(?:附件|图片)? ?:? ?(?:(?:您|你)需要|需要|请)先? ?(?:登[录陆]|注册)(?: ?(?:或|\/|\|) ?注册)? ?(?:后|以后|之后)?(?:才|即|就)?(?:可以?|能)(?:下载或查看|查看或下载|下载|查看|看)(?:附件|图片|大图)?[,。!]? ?(?:没有[帐账]号\?|还没有[帐账]号\?|新用户\?|立即注册|注册|登[录陆]|$)/u,
  new RegExp(
    `^(?:请先?)?(?:登[录陆]|注册)(?:账号|帐号|论坛|本站)?(?:后|以后|之后)?(?:即可|才能|才可以?|就能|可以?|方可|再)?${SEES}(?:本帖|帖内|此|更多|全部|高清|完整)?的?${MEDIA}$`,
    'u',
  ),
  new RegExp(
    `^(?:本帖|帖内|此处|该)?(?:的)?${MEDIA}(?:仅|只)(?:限|供|对|有)?(?:论坛|本站|注册|已?登[录陆])?(?:会员|用户|网友)(?:可见|可看|可以看|查看|观看|可下载)`,
    'u',
  ),
];
const LONGEST = 60;
const MAY_ASK = /登[录陆]|注册|游客|访客|会员|用户组|级别/u;

/** Whether a folded line asks its reader to log in for pictures or files. */
export function asksForLogin(line: string): boolean {
  if (line.length > LONGEST || !MAY_ASK.test(line)) return false;
  return PATTERNS.some((pattern) => pattern.test(line));
}
