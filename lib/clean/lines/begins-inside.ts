import { type Block, blockText } from '../block.ts';
import { isExamHead, isPieceHeading } from './document-shapes.ts';
import { isSalutation } from './prose.ts';
import { numberOf } from './series-number.ts';

/** 甲方（出租方）：____, 委托方（以下简称甲方）：某某公司: who makes a contract. */
const PARTY =
  /^.{1,24}(?:[（(]以下[简簡][称稱].{1,8}[)）]\s?(?:[:：]|$)|[:：]\s?[*＊×_＿-]{3,})|^(?:[甲乙丙]方|(?:发包|發包|承包|出租|承租|委托|受托|委託|出卖|买受|供货|购货|供|需|买|卖|转让|受让|出借|借款|抵押|定作|承揽|聘用|用人)(?:方|人|单位)|用人单位|合同编号|協議編號|协议编号)(?:[（(].{1,12}[）)])?\s?[:：]/u;
/** Whose judgment it is, above what it is. */
const COURT = /^\p{sc=Han}{2,20}(?:人民法院|人民检察院|仲裁委员会)$/u;
const JUDGMENT = /[书書]$/u;
/** 问：怎么办理？ 男：尊敬的各位来宾！ A: Good morning. */
const SPEAKER = /^(?:[问問答男女师師生甲乙丙合]|[A-D]|Q\d{0,2}|旁白|主持人)\s?[:：]\s?\S/u;
/** 第一题：…, 其一 */
const FIRST_OF =
  /^(?:第一题|题目[一1]|问题[一1]|其一|第一[天幕场回合])(?:[:：]|$|\s)|^[（(]其一[）)]$/u;
/** （2019年10月22日某某市人民代表大会常务委员会第二十次会议通过） */
const ENACTED =
  /^[（(](?:19|20)\d\d年[^（()）]{6,80}(?:通过|批准|修正|修订|公布|发布)[^（()）]{0,12}[）)]$/u;
/** （满分100分，时间60分钟） */
const POINTS = /^[（(](?:满分|总分)\s?\d{2,3}\s?分[，,；; ].{2,24}[）)]$/u;
/** （一）in a series that goes on. */
const BRACKETED = /^[（(]([一二三四五六七八九])[)）]/u;
const NUMERALS = '一二三四五六七八九十';
/** Headings that stand inside papers of many kinds and name none. */
const PART_NAME =
  /^(?:【|\[)?(?:前言|引言|摘\s?要|正文|内容提要|简介|(?:教学|活动|学习|训练|课程|课时|单元|实验|培训)(?:目标|目的|要求|内容|准备|重难点|重点|难点|过程|设计)|教材分析|学情分析|设计(?:意图|思路|理念)|项目概况|技术领域|岗位职责|班会背景|题目要求|用料|食材|配料|做法|步骤|译文|注释|赏析|introduction|overview|summary|abstract|background|quick summary|in short|at a glance|key takeaways)(?:】|\])?[:：]?$/iu;

const SHAPES = [PARTY, SPEAKER, FIRST_OF, ENACTED, POINTS, PART_NAME];

/**
 * The first line of a text is inside its document and not its title: the first of several pieces, a number of a series
 * that goes on, who makes a contract, a question, the name of a part, one of several headings below the highest level.
 * What was cleaned before begins so.
 */
export function beginsInside(blocks: readonly Block[]): boolean {
  const [opening, ...others] = blocks;
  if (!opening) return false;
  const first = textOf(opening);
  if (isPieceHeading(first) || isExamHead(first) || isSalutation(first)) return true;
  if (COURT.test(first) && others[0] && JUDGMENT.test(textOf(others[0]))) return true;
  if (SHAPES.some((shape) => shape.test(first)) || isSection(opening, others)) return true;
  return goesOn(first, others);
}

const textOf = (block: Block): string => blockText(block).trim();

/** A heading below the highest level that is not the only one of its level. */
export function isSection({ kind, level }: Block, others: readonly Block[]): boolean {
  if (kind !== 'heading' || level < 2) return false;
  return others.some((block) => block.kind === 'heading' && block.level === level);
}

function goesOn(first: string, others: readonly Block[]): boolean {
  const bracketed = BRACKETED.exec(first)?.[1];
  if (bracketed !== undefined) {
    const next = NUMERALS[NUMERALS.indexOf(bracketed) + 1];
    return others.some((block) => BRACKETED.exec(textOf(block))?.[1] === next);
  }
  const begun = numberOf(first);
  if (begun === null) return false;
  return others.some((block) => {
    const next = numberOf(textOf(block));
    return next?.series === begun.series && next.number === begun.number + 1;
  });
}
