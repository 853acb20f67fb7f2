import { lineClass, type OpeningRule } from './line-class.ts';
import { RELATED_OPENINGS } from './related-phrases.ts';

const SHORT_REST = /^.{0,40}$/u;
/** 扫码关注，应当是请求，不应当是命令。: a sentence about the call calls nobody. */
const CALL_REST =
  /^(?!,? ?(?:应当?|应该|不应|不该|不是|是|成了|成为|本是|本来|固然|虽|背后|看似|只是|却|并非|未必|不等于|不能)[^。]{2,36}。$).{0,40}$/u;
const LABEL_REST = /^ ?[:>].{0,160}$/u;

const COMMENT_HEADINGS =
  '网友评论 最新评论 热门评论 最热评论 精彩评论 全部评论 所有评论 发表评论 我要评论 文章评论 用户评论 读者评论 评论列表 评论区 查看评论 暂无评论 还没有评论 网友留言 最新留言 发表回复 我来说两句 我要发言 网友点评 全部回复 最新回复';

/** Sections and lines known by how they begin. Each phenomenon in the words different sites use for it. */
export const OPENING_RULES: readonly OpeningRule[] = [
  ...RELATED_OPENINGS,
  {
    phrases: COMMENT_HEADINGS.split(' '),
    rest: /^[ (（:\d条个)）>»|a-z]{0,12}$/u,
    is: lineClass('comments', 'edge', 'section'),
  },
  {
    phrases: [
      'leave a comment',
      'leave a reply',
      'log in to leave',
      'post a comment',
      'add a comment',
      'comments (',
      'no comments',
      'join the discussion',
      'join the conversation',
    ],
    rest: SHORT_REST,
    is: lineClass('comments', 'edge', 'section'),
  },
  {
    phrases:
      '分享到 分享至 分享给 分享: 分享按钮 一键分享 分享本文 分享文章 转发到 转发至 收藏本文 收藏此文 打印本文 打印此文 推荐给 发送给好友 告诉好友 喜欢就分享 把本文分享'.split(
        ' ',
      ),
    rest: SHORT_REST,
    is: lineClass('share', 'edge'),
  },
  {
    phrases: [
      'share this',
      'share on',
      'share:',
      'share via',
      'tweet this',
      'follow us',
      'email this',
      'print this',
    ],
    rest: SHORT_REST,
    is: lineClass('share', 'edge'),
  },
  {
    phrases: ['下载本文档', '下载此文档', '下载该文档', '下载文档', '文档下载', '下载原文档'],
    rest: SHORT_REST,
    is: { ...lineClass('download-prompt'), viewer: true },
  },
  {
    phrases:
      '标签 关键词 关键字 本文标签 本文关键词 文章标签 问题标签 帖子标签 文章关键词 所属标签 tags tag 本文关键字 话题 所属专题 关键词标签 词条标签 话题标签'.split(
        ' ',
      ),
    rest: LABEL_REST,
    is: lineClass('metadata', 'edge'),
  },
  {
    phrases:
      '附件下载 下载附件 附件列表 相关附件 文件下载 资料下载 文档下载 点击下载 下载地址 下载链接 免费下载 立即下载 本地下载 高速下载 word下载 pdf下载 下载word 下载pdf 下载全文 下载原文 下载本文 本文下载 download'.split(
        ' ',
      ),
    rest: /^[^。!?]{0,60}$/u,
    is: { ...lineClass('download-prompt', 'edge') },
  },
  {
    phrases: [
      'advertisement',
      'sponsored',
      'promoted',
      '广告',
      '推广',
      '赞助商',
      '赞助链接',
      '广告位',
      '以下为广告',
      '广告也精彩',
    ],
    rest: /^[ :()（）a-z位链接内容招租]{0,12}$/u,
    is: lineClass('advertisement', 'anywhere'),
  },
  {
    phrases: ['advertisement\n', 'advertisement '],
    rest: /^[\s\S]{0,160}$/u,
    is: lineClass('advertisement', 'anywhere'),
  },
  {
    phrases: [
      'subscribe to our',
      'sign up for our',
      'sign up to our',
      'join our newsletter',
      'get our newsletter',
      '订阅我们',
      '订阅本站',
      '关注我们',
      '扫码关注',
      '扫一扫关注',
      '微信扫一扫',
      '扫描二维码',
      '扫一扫',
      '长按识别',
      '长按二维码',
      '关注公众号',
      '关注微信',
      '微信公众号:',
      '公众号:',
      '立即扫码',
      '微信扫码',
      '手机扫码',
      '扫描下方',
      '手机阅读',
    ],
    rest: CALL_REST,
    is: lineClass('subscribe', 'edge'),
  },
  {
    phrases: [
      '欢迎来到',
      '欢迎光临',
      '欢迎访问',
      '欢迎您来到',
      '您好,欢迎',
      '你好,欢迎',
      '您好!欢迎',
      '你好!欢迎',
      'hi,欢迎',
      'hi~欢迎',
      '嗨,欢迎',
      'hi,请登录',
      '您好,请登录',
      '亲,欢迎',
    ],
    rest: /^[^。;]{0,40}$/u,
    is: lineClass('header', 'edge'),
  },
];
