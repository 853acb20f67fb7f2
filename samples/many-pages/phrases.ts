/** Sentences as such documents have them, put together from parts: each is new, none is nonsense to a rule. */
import type { Choice } from './random-choice.ts';

export const WHO =
  '全体教师|各班班主任|社区网格员|驻村干部|质检科的同事|新入职的护士|图书馆值班员|三年级家长代表|后勤组|设备维修班|乡镇水利员|档案室的老师傅|青年志愿者|财务部门|门诊导诊台|食堂管理小组|林场护林员|街道调解员|招生办公室|实验员小组'.split(
    '|',
  );
export const PLACES =
  '河东片区|老城仓库|实验楼二层|青石桥社区|南山林场|县医院门诊部|镇中心小学|城北蓄水池|新校区操场|党群服务中心|柳湾村委会|码头货场|铁路家属院|市图书馆|西关菜市场|开发区办事大厅|职工活动室|北坡果园|高铁站广场|三号车间'.split(
    '|',
  );
export const THINGS =
  '安全排查|读书交流|设备检修|垃圾分类宣传|防汛演练|账目核对|教案评比|苗木补种|走访慰问|急救培训|消防疏散|家校沟通|档案整理|环境整治|岗位练兵|义诊服务|节水改造|法治讲座|质量抽检|劳动实践'.split(
    '|',
  );
const WHEN =
  '开学第一周|三月上旬|雨季到来之前|上半年|端午节前后|第二季度末|入冬以后|今年七月|培训结束当天|去年年底|清明假期|每周三下午'.split(
    '|',
  );
const HOW =
  '逐项登记造册|当场反馈意见|分三批完成|先易后难|边查边改|错开高峰时段|一户一档|反复核对数字|由老带新|列出时间表|轮流值守|请群众打分'.split(
    '|',
  );
const RESULTS =
  '问题比上月少了一半|大家的劲头更足了|投诉电话明显减少|差错降到了最低|村民主动来帮忙|学生写下了自己的体会|资料第一次齐全了|费用节省了近三成|等待时间缩短了|没有发生一起意外|新人很快能独立上岗|老人们都说方便'.split(
    '|',
  );
const FEELINGS =
  '细节决定了别人是否信任我们|答应的事情就要有回音|慢一点反而走得更稳|制度写在纸上不如记在心里|真正的办法都在现场|多听一句比多说一句管用|经验只有传下去才算数|困难并没有想象中那么大'.split(
    '|',
  );

/** One sentence; numbers and combinations make it differ from all others. */
export function sentence(choice: Choice): string {
  const number = 2 + choice.int(970);
  const [who, other] = choice.some(WHO, 2);
  const [place, elsewhere] = choice.some(PLACES, 2);
  const [thing, more] = choice.some(THINGS, 2);
  const when = choice.of(WHEN);
  const result = choice.of(RESULTS);
  return choice.of([
    `${when}，${who}在${place}组织了${thing}，共有${number}人参加，${result}。`,
    `${who}对${place}的${thing}${choice.of(HOW)}，${number}处隐患全部有了着落。`,
    `原先计划在${place}做的${thing}，因为天气改到了${elsewhere}，${other}临时调来${number}把椅子。`,
    `从${place}回来的路上，${who}说，${choice.of(FEELINGS)}，这句话我记了很久。`,
    `经过${number}天的${thing}，${place}换了样子，${other}也从旁观变成了参与。`,
    `要把${thing}和${more}结合起来，由${who}牵头，${choice.of(HOW)}，不搞形式。`,
    `据${who}统计，${when}${place}共办理事项${number}件，${result}。`,
    `${other}提出，${thing}不能只看数量，还要看${elsewhere}的实际效果，会后又补充了${number}条建议。`,
    `我第一次走进${place}的时候，看见${who}正低着头做${thing}，桌上的台账足有${number}页。`,
    `今后要继续抓好${place}的${more}，每${3 + choice.int(20)}天通报一次，做到${choice.of(FEELINGS)}。`,
  ]);
}

/** A paragraph of some sentences. */
export function paragraph(choice: Choice, most = 4): string {
  return Array.from({ length: 1 + choice.int(most) }, () => sentence(choice)).join('');
}

export function fullDate(choice: Choice): string {
  return `${2009 + choice.int(15)}年${1 + choice.int(12)}月${1 + choice.int(28)}日`;
}
