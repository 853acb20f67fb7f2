import { lineClass, type OpeningRule } from './line-class.ts';

const HEADING_REST =
  /^(?:的?(?:文章|内容|文档|范文|资料|资讯|新闻|信息|阅读|推荐|排行榜?|榜|作文|视频|图片|产品|更多|列表)){0,3} ?(?:more|更多|换一换|换一批)?[ :>».…【】\]]{0,6}$/u;
const ITEM_REST = /^[ :>»|-]{1,6}.{0,80}$/u;
const NEIGHBOUR_REST =
  /^(?:文章|范文|新闻|帖子|主题|信息|资料|公告)? ?(?:[:>»|<-].{0,100}|(?:已经)?(?:没有|没了|无).{0,12}|(?:\d{4}年|\d{4}-|《| ).{0,80})?$/u;

const RELATED_HEADINGS =
  '相关推荐 相关文章 相关阅读 相关内容 相关资讯 相关新闻 相关范文 相关资料 相关文档 相关链接 相关搜索 相关专题 相关话题 相关热词 相关帖子 相关主题 相关作文 相关资源 相关报道 相关信息 ' +
  '推荐阅读 推荐文章 推荐内容 推荐范文 推荐文档 推荐资讯 推荐专题 推荐作文 推荐浏览 阅读推荐 文章推荐 范文推荐 延伸阅读 扩展阅读 拓展阅读 ' +
  '热门文章 热门新闻 热门推荐 热门范文 热门阅读 热门排行 热门标签 热门搜索 热门文档 热门专题 热门话题 热门资讯 热门内容 热文推荐 热点推荐 热点文章 热点阅读 热搜词 搜索热词 ' +
  '最新文章 最新推荐 最新范文 最新发布 最新更新 最新资讯 最新文档 最近更新 最近浏览 精彩推荐 精彩文章 精彩内容 精选文章 精选范文 精华推荐 ' +
  '猜你喜欢 猜您喜欢 猜你想看 猜你感兴趣 猜您感兴趣 你可能喜欢 您可能喜欢 你可能还喜欢 您可能还喜欢 也许你喜欢 也许您喜欢 你可能感兴趣 您可能感兴趣 你也许感兴趣 您也许感兴趣 你可能也喜欢 您可能也喜欢 你可能关注 您可能关注 你可能还关注 您可能还关注 ' +
  '看了又看 看过本文的人还看了 看过本文的还看过 看了本文的网友还看了 大家还在看 大家都在看 大家正在看 大家都在搜 其他人也在看 其他人还在看 网友还看了 读过此文的还读过 浏览过本文的人还浏览了 ' +
  '本类推荐 本类热门 本类最新 本类排行 同类文章 同类推荐 同类范文 同类热门 本栏目推荐 本栏推荐 栏目推荐 栏目热门 栏目热榜 栏目最新 本周热门 本月热门 今日热点 今日推荐 阅读排行 点击排行 浏览排行 人气排行 排行榜 ' +
  '更多相关 更多文章 更多推荐 更多范文 更多精彩 更多阅读 编辑推荐 小编推荐 站长推荐 为您推荐 为你推荐 随机推荐 随机文章 随便看看 ' +
  '友情链接 友情连接 链接交换 合作伙伴 合作媒体 站内搜索 网站导航 栏目导航 文章导航 分类导航 热门分类 全部分类';
const ENGLISH_RELATED =
  'related articles|related posts|related stories|related content|related reading|related links|related topics|you may also like|you might also like|you may also be interested|recommended for you|recommended reading|recommended articles|more from|more like this|more stories|read next|read also|see also:|popular posts|popular articles|most popular|most read|trending now|people also read|others also viewed|further reading:';

/** How lists of other texts begin, and the lines that lead to the texts before and after this one. */
export const RELATED_OPENINGS: readonly OpeningRule[] = [
  {
    phrases: RELATED_HEADINGS.split(' '),
    rest: HEADING_REST,
    is: lineClass('related', 'anywhere', 'section'),
  },
  { phrases: RELATED_HEADINGS.split(' '), rest: ITEM_REST, is: lineClass('related', 'edge') },
  {
    phrases: ENGLISH_RELATED.split('|'),
    rest: /^[ :>»…]{0,4}$/u,
    is: lineClass('related', 'anywhere', 'section'),
  },
  {
    phrases: ENGLISH_RELATED.split('|'),
    rest: /^[^.!?]{0,40}$/u,
    is: lineClass('related', 'edge', 'section'),
  },
  {
    phrases:
      '上一篇 下一篇 上一条 下一条 上一章 下一章 前一篇 后一篇 上一文 下一文 上一主题 下一主题 上一帖 下一帖 上一则 下一则 上一个 下一个 上一首 下一首 上一课 下一课 上一回 下一回 上一组 下一组 上一份 下一份 上一期 下一期 上一版 下一版'.split(
        ' ',
      ),
    rest: NEIGHBOUR_REST,
    is: lineClass('related', 'anywhere'),
  },
  {
    phrases: [
      '上篇',
      '下篇',
      '前篇',
      '后篇',
      '前一组:',
      '后一组:',
      '前一首:',
      '后一首:',
      '前一份:',
      '后一份:',
      'previous post',
      'next post',
      'previous article',
      'next article',
      'previous:',
      'next:',
      '« previous',
      'older post',
      'newer post',
    ],
    rest: /^ ?(?:[:>»|<].{0,100}|.{0,40})$/u,
    is: lineClass('related', 'edge'),
  },
];
