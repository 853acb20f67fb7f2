import { beginsHost } from '../repairs/spelled-name.ts';
import { foldLine } from './fold-line.ts';

const LONGEST = 200;

/** How the names of sites end. */
const NAME =
  '[\\p{Script=Han}A-Za-z0-9]{1,14}?(?:网站|文库|论坛|社区|之家|家园|百科|题库|资料库|数据库|中心|门户|天地|驿站|学院|书屋|书院|图书馆|频道|平台|在线|网|站|吧|铺|库)';

/** Sites of the genre: what an agency names as its source ends otherwise. */
const OF_GENRE =
  '\\p{Script=Han}{1,8}?(?:范文|作文|文稿|文秘|公文|论文|文档|资料|教案|课件|试题|题库|写作|读书|学习)(?:网|库|站|吧|铺|之家)';

const PATTERNS: readonly RegExp[] = [
  // 欢迎来到某某文库
  /^(?:您好|你好|hi|嗨|亲)?[,，!！~ ]{0,2}欢迎(?:您|你|大家)?(?:来到|光临|访问|登录)\s?[“"「【]?([\p{Script=Han}A-Za-z0-9]{2,16}?)[”"」】]?(?:[!！,，。.~ ]|首页|$)/iu,
  // 麦田作文首页 alone on its line
  /^(?!网站|返回|回到|设为|本站)([\p{Script=Han}A-Za-z0-9]{2,10})(?:首页|主页|首頁|主頁)$/u,
  // 由某某演讲稿整理,转载请保留链接: whatever it ends with
  /由([\p{Script=Han}A-Za-z0-9]{3,10}?)(?:整理|提供|收集|发布){1,3}[,，;；。 ]{1,2}(?:如需)?转载/u,
  // 某某写作网gw.example.com(可搜索其他更多资料)
  new RegExp(`^(${NAME})\\s?[(（]?(?:https?://)?(?:[\\w-]{1,30}\\.){1,4}[a-z]{2,8}(?![a-z])`, 'iu'),
  // 某某网 版权所有, 某某网 备案号, 某某网客服微信
  new RegExp(
    `^(${NAME})\\s{0,3}(?:版权所有|备案号|(?:\\S{0,3}icp)|互联网药品信息|增值电信|客服|官方|站务|微信公众号|©|copyright|all rights)`,
    'iu',
  ),
  // 版权所有 © 2013-2023 某某网; Copyright 2010 某某网
  new RegExp(
    `(?:版权所有|copyright|©|\\(c\\)|all rights reserved)[^\\p{Script=Han}]{0,40}(${NAME})(?![\\p{Script=Han}])`,
    'iu',
  ),
  // 某某文档所有资源均是用户自行上传; 某某轩所收古诗文均来自民间
  /^(\p{Script=Han}{2,10}?)(?:所有|所收|收录|全部|上)的?\p{Script=Han}{0,4}(?:资源|文档|资料|内容|文章|作品|文字|诗文|范文|信息)(?:均|都|皆|全部)(?:是|为|由|系|来|出自)/u,
  // 2022-09-14 20:31 某某范文网 字数:861; 来源:某某文稿网
  new RegExp(
    `(?:(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?: \\d{1,2}:\\d\\d(?::\\d\\d)?)? {1,3}(?:\\p{Script=Han}{2,6} )?|来源 ?[:：] ?)(${OF_GENRE})(?= |$)`,
    'iu',
  ),
  // Archiver|手机版|小黑屋|某某社区 ( 某ICP备00000000号 )
  /^(?:[^|]{1,12} ?\| ?){0,4}(?:archiver|手机版|小黑屋) ?\| ?(?!archiver|手机版|小黑屋|wap)([\p{Script=Han}A-Za-z0-9]{2,16}) ?(?:$|\(|\|)/iu,
  // 更多合同范本尽在某某屋www.example.com: before its own address, whatever it ends with
  /(?:尽在|就在|就上|请(?:访问|登[录陆]|到|上)|欢迎(?:访问|光临)|由)\s?([\p{Script=Han}A-Za-z0-9]{2,10}?)\s?[(（]?(?:https?:\/\/|www\.)[\w-]/iu,
  // © 2020 某某台 某ICP备0000号; Copyright 2013 某某写 All Rights Reserved
  /(?:©|copyright)[^\p{Script=Han}]{0,30}(?!\p{Script=Han}{0,20}(?:公司|集团|委员会|工作室|中心|[局厅委府院]) )([\p{Script=Han}A-Za-z0-9]{2,10}) {1,3}(?:\p{Script=Han}?icp|all rights|版权所有)/iu,
  // Powered by Discuz! 6.0 某某论坛
  new RegExp(`powered by [\\w!.\\s]{1,30}?\\s(${NAME})(?![\\p{Script=Han}])`, 'iu'),
  // 文章系会员投稿，某某网对其真实性不作保证; 本文由某某网整理
  new RegExp(
    `(?:[,，。;；:：]|^|本文由|由|如需转载请注明来自|转载自|来自)(${NAME})(?:对(?:其|此|本文|文章|内容)|不(?:对|为|為|承担|拥有)|仅(?:提供|作)|(?:整理|提供|收集|发布|小编))`,
    'iu',
  ),
  // 本文来自某某范文网，转载请保留链接：…
  new RegExp(
    `^(?:本文|文章|内容|原文)?(?:来自|出自|源自)[:：]? ?[“"「]?(${NAME})(?=[”"」，,。;； ].{0,6}(?:转载|链接|http))`,
    'iu',
  ),
];

/** The word a notice opens with: 声明：某某会收录的文字…. */
const NOTICE = /^[*【[]{0,2}(?:免责|版权|郑重|特别)?(?:声明|提示|说明)[*】\]]{0,2}[:： ]{1,3}/u;
/** What the sentence says before the name. */
const LEADING_WORDS =
  /^(?:下面(?:就)?是|以下(?:就)?是|以上(?:就)?是|这里是|就是|本文由|文章由|内容由|欢迎关注|关注|访问|登录|来自|转载自|更多请|尽在|感谢|一起来看看|来看看){1,4}/u;
/** 本站 and its like name nobody. */
const NOBODY =
  /^(?:本|我|该|此|原|网|各|其他|其它|互联|因特|官)(?:网站|网|站|平台|论坛|吧|库)$|^互联网$|^网站$|^中心$|^在线$/u;

/** 麦田文档 maitianwd.example: its host spells the name. */
const WITH_HOST =
  /^([\p{Script=Han}]{3,8})[ 　]?[(（]?(?:https?:\/\/)?((?:[\w-]{1,30}\.){1,4}[a-z]{2,8})(?![a-z])/iu;

function spelledSite(line: string): string | null {
  const [, name = '', host = ''] = WITH_HOST.exec(line) ?? [];
  return name !== '' && beginsHost(name, host) ? name : null;
}

/** The site's name as a line of the frame says it; null if the line says none. */
export function readSiteName(line: string): string | null {
  if (line.length > LONGEST) return null;
  const spelled = line.includes('.') ? spelledSite(line) : null;
  if (spelled !== null) return spelled;
  const notice = line.replace(NOTICE, '');
  for (const pattern of PATTERNS) {
    const name = pattern.exec(notice)?.[1];
    const bare = name?.replace(LEADING_WORDS, '') ?? '';
    if (bare.length > 1 && !NOBODY.test(foldLine(bare))) return bare;
  }
  return null;
}
