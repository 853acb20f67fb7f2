const TOPIC =
  '时政|国内|国际|社会|军事|财经|经济|产经|金融|证券|股票|基金|理财|体育|娱乐|科技|数码|手机|汽车|房产|家居|时尚|健康|教育|文化|历史|读书|旅游|美食|游戏|动漫|音乐|女性|亲子|育儿|星座|法治|法制|台海|港澳|地方|本地|城市|农业|能源|环保|生活|情感|艺术|公益|娛樂|體育|科技|財經|國內|國際|社會';
const NEWS = '新闻|要闻|资讯|快讯|动态|公告|新聞|要聞|資訊|快訊|動態';
const SERVICE =
  '视频|图片|直播|专题|专栏|评论|观点|博览|博客|论坛|社区|问答|活动|招聘|下载|学院|头条|焦点|焦點|前往|推荐|热点|热门|最新(?:消息|公告|通知|文章|活动|活動|上架)?|更多|其他|其它|邮箱|电子邮箱|客户端|手机版|中文版|英文版|繁体|简体|投诉|侵权投诉|举报|安全保障|帮助|搜索|地图|文库|english|影片|圖片|評論|部落格|論壇|ブログ|ニュース|トップ';
const CHANNEL = new RegExp(
  `^(?:(?:${TOPIC})?(?:${NEWS}|频道|頻道|网)?|(?:${NEWS})(?:中心|频道|${NEWS})|${SERVICE}|通知公告|订阅|应用|.{0,2}产品|.{0,3}(?:概况|简介|章程))$`,
  'iu',
);

/** Names every portal has for its parts, 新闻, 国际新闻, 财经频道, 视频: a link called so names neither a site nor a person. */
export function isChannelWord(name: string): boolean {
  return name !== '' && CHANNEL.test(name);
}

const SHELF = new RegExp(
  `^(?:(?:${TOPIC}|通知|工作|公司|企业|企業|学校|學校|校园|校園|本会|本會|协会|協會|机构|機構)?(?:${NEWS})(?:中心|频道|頻道)?|最新(?:消息|公告|通知|动态|動態|活动|活動|文章))$`,
  'u',
);

/** What sites call the shelf of what is new, 最新消息, 通知公告, 新闻中心: in <title> it says where a page stands, not what it is. */
export function isNewsShelf(name: string): boolean {
  return SHELF.test(name);
}

const NETWORK =
  /^(?:qq(?:空间|好友)?|微信(?:好友|公众号|朋友圈)?|朋友圈|(?:新浪|腾讯)?微博|人人网|开心网|豆瓣(?:网)?|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|instagram|youtube|weibo|wechat|line|google\+?|e-?mail)$/iu;

/** A network pages are shared on, as its button is called. */
export function isNetworkName(name: string): boolean {
  return NETWORK.test(name);
}

const GREETS =
  /^(?:热烈|熱烈)?(?:欢迎|歡迎)(?:您|你|光临|光臨|访问|訪問|来到|來到|惠顾)?(?:您|你|的|光临|光臨|访问|訪問){0,3}[!！.。]?$/u;

/** 欢迎您, 欢迎光临: what sites say behind their name in <title>. */
export function isGreeting(text: string): boolean {
  return GREETS.test(text);
}
