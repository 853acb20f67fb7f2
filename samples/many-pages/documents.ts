/** Documents of the genre: what differs is theirs, and what they share with each other is theirs too. */
import { fullDate, PLACES, paragraph, sentence, THINGS, WHO } from './phrases.ts';
import type { Choice } from './random-choice.ts';

/** A line of a document as its author wrote it. */
export interface Line {
  readonly is: 'paragraph' | 'heading' | 'item';
  readonly text: string;
}

export interface Written {
  readonly title: string;
  readonly lines: readonly Line[];
}

type Writer = (choice: Choice) => Written;

const p = (text: string): Line => ({ is: 'paragraph', text });
const h = (text: string): Line => ({ is: 'heading', text });
const li = (text: string): Line => ({ is: 'item', text });

const many = (count: number, make: () => Line): Line[] => Array.from({ length: count }, make);
const prose = (choice: Choice, count: number): Line[] => many(count, () => p(paragraph(choice)));

const summary: Writer = (choice) => {
  const place = choice.of(PLACES);
  const parts = choice.some(['主要做法', '取得的成效', '存在的不足', '几点体会', '下一步打算'], 3);
  return {
    title: `${place}${choice.of(THINGS)}工作总结`,
    lines: [
      ...prose(choice, 1),
      h('一、指导思想'),
      ...prose(choice, 1 + choice.int(2)),
      h(`二、${parts[0]}`),
      ...prose(choice, 2 + choice.int(3)),
      h(`三、${parts[1]}`),
      ...prose(choice, 1 + choice.int(3)),
      ...many(choice.int(4), () => li(sentence(choice))),
      h(`四、${parts[2]}`),
      ...prose(choice, 1 + choice.int(2)),
    ],
  };
};

const speech: Writer = (choice) => {
  const thing = choice.of(THINGS);
  return {
    title: `在${choice.of(PLACES)}${thing}动员会上的讲话`,
    lines: [
      p(choice.of(['同志们：', '各位老师、同学们：', '尊敬的各位领导、各位来宾：'])),
      p(choice.of(['大家好！', '上午好！', `今天我们召开${thing}动员会。`])),
      ...prose(choice, 4 + choice.int(5)),
      p(choice.of(['谢谢大家！', '我的讲话完了，谢谢大家。', paragraph(choice)])),
    ],
  };
};

const plan: Writer = (choice) => {
  const thing = choice.of(THINGS);
  return {
    title: `${choice.of(PLACES)}${thing}活动方案`,
    lines: [
      h('一、活动目的'),
      ...prose(choice, 1 + choice.int(2)),
      h('二、活动时间'),
      p(fullDate(choice)),
      h('三、活动地点'),
      p(`${choice.of(PLACES)}${1 + choice.int(9)}号`),
      h('四、活动内容'),
      ...many(3 + choice.int(4), () => li(sentence(choice))),
      h('五、注意事项'),
      ...prose(choice, 1 + choice.int(2)),
    ],
  };
};

const letter: Writer = (choice) => ({
  title: choice.of(['转岗申请书', '慰问信', '感谢信', '困难补助申请书', '调休申请']),
  lines: [
    p(choice.of(['尊敬的领导：', '尊敬的各位老师：', `${choice.of(WHO)}：`])),
    p('您好！'),
    ...prose(choice, 2 + choice.int(4)),
    p('此致'),
    p('敬礼！'),
    p(
      `申请人：${choice.of(['周', '吴', '郑', '冯', '褚', '卫'])}${choice.of(['明', '晓兰', '志远', '青'])}`,
    ),
    p(fullDate(choice)),
  ],
});

const contract: Writer = (choice) => {
  const place = choice.of(PLACES);
  return {
    title: `${place}${choice.of(['房屋租赁', '设备维护', '苗木采购', '劳务', '场地使用'])}合同`,
    lines: [
      p('甲方：'),
      p('乙方：'),
      p(
        '根据《中华人民共和国民法典》及有关规定，甲乙双方在平等自愿的基础上，经协商一致，订立本合同。',
      ),
      p(`第一条 标的。${sentence(choice)}`),
      p(`第二条 期限。自${fullDate(choice)}起至${fullDate(choice)}止。`),
      p(`第三条 价款。合同总价为人民币${1000 + choice.int(90000)}元，${sentence(choice)}`),
      ...prose(choice, 2 + choice.int(3)),
      p(`第七条 违约责任。${sentence(choice)}`),
      p('第八条 本合同未尽事宜，由双方另行协商解决。'),
      p('本合同一式两份，甲乙双方各执一份，具有同等法律效力。'),
      p('甲方（签章）：'),
      p('乙方（签章）：'),
      p('年 月 日'),
    ],
  };
};

const lesson: Writer = (choice) => ({
  title: `《${choice.of(PLACES)}的${choice.of(['清晨', '黄昏', '雨天', '集市', '夏夜', '渡口'])}》教学设计`,
  lines: [
    h('教学目标'),
    ...many(2 + choice.int(2), () => li(sentence(choice))),
    h('教学重点'),
    ...prose(choice, 1),
    h('教学难点'),
    ...prose(choice, 1),
    h('教学过程'),
    ...prose(choice, 3 + choice.int(5)),
    h('板书设计'),
    p(sentence(choice)),
    h('教学反思'),
    ...prose(choice, 1),
  ],
});

const notice: Writer = (choice) => ({
  title: `关于做好${choice.of(PLACES)}${choice.of(THINGS)}的通知`,
  lines: [
    p('各乡镇人民政府、街道办事处，县直各单位：'),
    ...prose(choice, 1),
    p(`一、提高认识。${paragraph(choice)}`),
    p(`二、落实责任。${paragraph(choice)}`),
    p(`三、加强督查。${paragraph(choice)}`),
    p('特此通知。'),
    p('桐溪县人民政府办公室'),
    p(fullDate(choice)),
    p('（此件公开发布）'),
  ],
});

const essay: Writer = (choice) => ({
  title: `${choice.of(PLACES)}的${choice.of(['秋天', '一盏灯', '老槐树', '石阶', '那场雨', '风筝'])}`,
  lines: prose(choice, 4 + choice.int(6)),
});

const minutes: Writer = (choice) => ({
  title: `${choice.of(PLACES)}${choice.of(THINGS)}会议纪要`,
  lines: [
    p(`时间：${fullDate(choice)}`),
    p('地点：三楼会议室'),
    p(`主持人：${choice.of(['周明', '吴晓兰', '郑志远', '冯青'])}`),
    p('会议内容'),
    ...prose(choice, 2 + choice.int(3)),
    p('会议决定事项如下'),
    ...many(2 + choice.int(4), () => li(sentence(choice))),
    p('会议到此结束'),
  ],
});

const recipe: Writer = (choice) => {
  const dish = `${choice.of(['石锅', '清蒸', '腌渍', '炭烤', '小炒', '慢炖'])}${choice.of(['笋干', '鲈鱼', '芥菜', '豆腐', '山药', '茄子'])}${1 + choice.int(900)}味`;
  const list = choice.some(
    ['盐少许', '姜三片', '葱一根', '料酒一勺', '冰糖五克', '花椒十粒', '生抽两勺'],
    4,
  );
  return {
    title: `${dish}的做法`,
    lines: [
      h('用料'),
      ...list.map(li),
      h('步骤'),
      ...many(3 + choice.int(4), () => li(sentence(choice))),
      p(`小贴士：${sentence(choice)}`),
      p('趁热吃最香'),
    ],
  };
};

const questions: Writer = (choice) => ({
  title: `${choice.of(PLACES)}${choice.of(THINGS)}知识问答`,
  lines: many(4 + choice.int(4), () => p(`问：${sentence(choice)}`)).flatMap((question) => [
    question,
    p(`答：${paragraph(choice, 2)}`),
    p('正确答案见下节'),
  ]),
});

const poem: Writer = (choice) => ({
  title: `${choice.of(PLACES)}${choice.of(['歌', '吟', '谣', '小唱'])}`,
  lines: many(8 + choice.int(10), () =>
    p(
      `${choice.of(PLACES)}${choice.of(['醒了', '睡去', '下起雨', '亮起灯', '空无一人'])}，${choice.of(THINGS)}还没有完`,
    ),
  ),
});

/** Kinds of documents, each by what it shares with its like. */
export const WRITERS = {
  summary,
  speech,
  plan,
  letter,
  contract,
  lesson,
  notice,
  essay,
  minutes,
  recipe,
  questions,
  poem,
} as const;
export type Kind = keyof typeof WRITERS;
