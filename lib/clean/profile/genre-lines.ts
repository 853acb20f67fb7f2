/**
 * Lines that documents of a genre share: thousands of contracts say 甲方：, every plan has 活动目的, letters
 * end with 此致 敬礼. However often a host repeats them, they are their documents' own.
 */
import { isNumberedHeading, isSalutation } from '../lines/prose.ts';
import { toSimplified } from '../repairs/traditional.ts';

/** Longer lines are judged as they are: no form of the genre is longer. */
const LONGEST = 300;

/** Introduces what follows. */
const INTRODUCES = /:$/;
/** To be filled in by hand, or made unreadable by the author: 年 月 日, ____, ××县. */
const BLANKS = /_{2,}|\.{5,}|…{2,}|-{5,}|—{3,}|[×xX*○〇]{2,}|^年月日$/u;
const DATE =
  /^\(?(?:[\d○〇零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?|\d{4}[-./]\d{1,2}[-./]\d{1,2})\)?$/u;
const PART =
  /^第[\d一二三四五六七八九十百]{1,5}(?:条|章|节|款|项|课|单元|部分|篇|回|幕|场|页|组|题)/u;
const GREETING =
  /^(?:尊敬|敬爱|亲爱|各位|同志们|同学们|老师们|朋友们|家长们|女士们|先生们|大家好|您好|你好|[上下]午好|早上好|晚上好)/u;
const CLOSING =
  /^(?:此致|敬礼|谢谢|感谢|多谢|祝|恭祝|敬祝|顺祝|顺颂|特此|专此|以上(?!传)|妥否|当否|可否|请(?:予|批|审|各|领导|大家|组织|老师)|恳请|敬请|望(?:领导|批准|各)|我的(?:发言|讲话|演讲|汇报|述职|介绍|报告)|(?:发言|讲话|演讲|汇报|报告|述职)(?:完毕|到此|就到)|完毕|再见|敬上|谨上|敬启|谨启|此令|此布|现予|\(?完\)?$|\(?全文完|\(?此件)|(?:谢谢大家|批评指正|为盼|遵照执行|贯彻执行|公开发布\)?|印发)[。!]?$/u;
const AGREEMENT =
  /[甲乙丙丁]方|甲乙|双方|本(?:合同|协议|章程|办法|规定|细则|制度|通知|条例|方案|预案|公约|承诺)|(?:合同|协议)(?:自|经|一式|双)|一式.{1,3}份|法律效力|违约|仲裁|签字|签名|签章|盖章|自.{1,8}之日起/u;
const CAUSE =
  /^(?:根据|依据|按照|遵照|为了|为(?:进一步|深入|认真|切实|全面|加强|贯彻|更好|规范|确保|保证|维护|提高|使|落实)|在.{2,30}(?:领导|支持|关怀|指导|帮助)下)/u;
const LABEL =
  /^(?:联系人|联系电话|联系方式|电话|手机|地址|邮编|传真|邮箱|时间|地点|日期|单位|姓名|性别|年龄|民族|班级|学号|学校|专业|职务|职称|主题|主持人?|参加人员|出席|列席|缺席|记录人?|议题|附件|附|备注|注|说明|例|答|问|主送|抄送|报送|发送|主办|承办|协办|支持单位|[主承协]办单位|申请人|申请单位|承诺人|保证人|检讨人|汇报人|述职人|报告人|演讲人|发言人|委托人|受托人|代理人|法定代表人|授权代表|负责人|身份证号码?|开户行|账号|签订日期|签订地点|合同编号|课题|课型|课时|年级|学科|教材|教具|教师|指导[教老]师|关键词|摘要|主题词|发布机构|适用[对年].{1,2})(?:\([^)]{0,12}\))?\s?[\d一二三四五]?:/u;
/** Who signs: an institution's name and nothing else. */
const INSTITUTION =
  /^[^，。、;!?,.:]{2,30}(?:人民政府|办公室|办公厅|委员会|党委|支部|党组|局|厅|司|处|科|院|法院|检察院|学校|中学|小学|大学|学院|幼儿园|医院|公司|集团|协会|学会|联合会|工会|团委|小组|银行|村委会|居委会|街道办事处|办事处)(?:\(?盖?章\)?)?$/u;
const ENGLISH =
  /^(?:dear|to whom|sincerely|yours|(?:best|kind|warm) (?:regards|wishes)|regards|respectfully|thank you|thanks|abstract|introduction|conclusions?|references|bibliography|acknowledge?ments?|appendix|(?:table of )?contents|figure|table|chapter|section|part|notes?|summary|keywords|background|methods?|results|discussion|the end)\b/i;

const PATTERNS = [
  INTRODUCES,
  BLANKS,
  DATE,
  PART,
  GREETING,
  CLOSING,
  AGREEMENT,
  CAUSE,
  LABEL,
  INSTITUTION,
  ENGLISH,
];

/** The line is a form of its genre: greeting, closing, signature, label, clause, numbered heading. Linear. */
export function isGenreLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  const line = toSimplified(text.normalize('NFKC')).trim();
  if (isSalutation(line) || isNumberedHeading(line)) return true;
  const tight = line.replace(SPACE, '');
  return PATTERNS.some((pattern) => pattern.test(line) || pattern.test(tight));
}

const SPACE = /\s+/gu;
const LONGEST_HEADING = 15;
const MOST_WORDS = 8;
const HAN = /\p{Script=Han}/u;
/** A sentence, a slogan of two halves, or figures set side by side. */
const NOT_OF_HEADING = /[，。！？；…,!?;·|｜~～\u3000\t]|\. |\.$|\s{2}/u;

/** Short and without a mark, as headings are: what it is, only what stands around it tells. */
export function isHeadingShaped(text: string): boolean {
  if (NOT_OF_HEADING.test(text)) return false;
  if (HAN.test(text)) return text.length <= LONGEST_HEADING;
  return text.split(' ').length <= MOST_WORDS;
}
