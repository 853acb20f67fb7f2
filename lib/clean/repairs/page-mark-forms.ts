/** A way in which files number their pages. */
export interface PageMarkForm {
  /** Its first group is the page's number. */
  readonly pattern: RegExp;
  /** Each match has one of these: a text without is not searched. */
  readonly signs: string;
  /** How many must rise one after the other. */
  readonly least: number;
  /** Largest step from one number to the next: a page whose mark was lost. */
  readonly step: number;
  /** Authors number the parts of a text so too: only where a sentence is cut it is a page. */
  readonly ambiguous?: true;
  /** So few of them number pages only with the same line beside each. */
  readonly titled?: true;
}

/** The ways in order. */
export const FORMS: readonly PageMarkForm[] = [
  {
    signs: '第',
    pattern:
      /第[ \t\u3000]*(\d{1,4})[ \t\u3000]*[页頁面张][ \t\u3000,，、/／|]*共[ \t\u3000]*\d{1,4}[ \t\u3000]*[页頁面张]/g,
    least: 2,
    step: 3,
  },
  {
    // 见第3页, 第3页的表, 某某方案-第3页.jpg and 第3页：…… speak of a page.
    signs: '第',
    pattern:
      /(?:[-—–―·][ \t]?)?(?<![见見在到從从至和與与及（(《“"翻阅閱点點按])第[ \t\u3000]*(\d{1,4})[ \t\u3000]*[页頁](?:[ \t]?[-—–―·])?(?![ \t]*[的之至到上中下里内前后，。；：:？！”」）)\d\]】/／,]|\.(?:jpe?g|png|gif|bmp)|[ \t]*[和与及、]?第|[ \t\u3000]*共)/g,
    least: 3,
    step: 1,
  },
  {
    // 第2页 alone, with the same running title above or below each
    signs: '第',
    pattern: /(?<=^|\n)[ \t]*第[ \t]?(\d{1,4})[ \t]?[页頁][ \t]*(?=\n|$)/g,
    least: 2,
    step: 1,
    titled: true,
  },
  {
    signs: 'pP',
    pattern: /\bPage[ \t]*(\d{1,4})[ \t]*(?:of|\/)[ \t]*\d{1,4}(?![\w/])/gi,
    least: 2,
    step: 3,
  },
  {
    signs: '-—–―',
    pattern: /(?<![\w\-—–.])[-—–―]{1,2}[ \t]?(\d{1,4})[ \t]?[-—–―]{1,2}(?![\w\-—–])/g,
    least: 3,
    step: 1,
    ambiguous: true,
  },
  {
    // - 2 - with the same running title above or below each
    signs: '-—–―',
    pattern: /(?<=^|\n)[ \t]*[-—–―]{1,2}[ \t]?(\d{1,4})[ \t]?[-—–―]{1,2}[ \t]*(?=\n|$)/g,
    least: 2,
    step: 1,
    titled: true,
  },
  {
    // 不少于十分钟。 - 1 - at the end of a page that is one paragraph
    signs: '-—–―',
    pattern:
      /(?<=[。！？；，、”）\p{sc=Han}\d])[ \t]{1,3}[-—–―]{1,2}[ \t](\d{1,4})[ \t][-—–―]{1,2}[ \t]*(?=\n|$)/gu,
    least: 2,
    step: 1,
    ambiguous: true,
  },
  {
    signs: '·•∙・',
    pattern: /(?<=^|\n)[ \t]*[·•∙・][ \t]*(\d{1,4})[ \t]*[·•∙・][ \t]*(?=\n|$)/g,
    least: 3,
    step: 1,
  },
  {
    // ·34· 山地农业学刊 第2期: the head of a journal's page
    signs: '·',
    pattern:
      /(?<=^|\n)[^\n·]{0,40}·[ \t]?(\d{1,4})[ \t]?·[^\n·]{2,40}(?=\n|$)|(?<=^|\n)[^\n·]{2,40}·[ \t]?(\d{1,4})[ \t]?·(?=\n|$)/g,
    least: 2,
    step: 1,
    ambiguous: true,
  },
  {
    // 2/6, — 1 / 2 —
    signs: '/／',
    pattern:
      /(?<=^|\n)[ \t]*(?:[-—–―]{1,2}[ \t]*)?(\d{1,4})[ \t]*[/／][ \t]*\d{1,4}(?:[ \t]*[-—–―]{1,2})?[ \t]*(?=\n|$)/g,
    least: 2,
    step: 1,
  },
  {
    // A number alone on its line; parts of an essay have such, too, but none cuts a sentence. 01, 02 are parts.
    signs: '0123456789',
    pattern: /(?<=^|\n)[ \t]*((?!0\d)\d{1,4})[ \t]*(?=\n|$)/g,
    least: 3,
    step: 1,
    ambiguous: true,
  },
  {
    // 应急开关和呼救按1/9: the foot of a page, glued to what stands above it; 1/2, 2/3, 3/4 are fractions.
    signs: '/／',
    pattern: /(?<=[\p{sc=Han}，。；：！？、”）])(\d{1,4})[/／](?<of>\d{1,4})(?=\n|$)/gu,
    least: 3,
    step: 1,
  },
  {
    signs: '第',
    pattern:
      /(?<=^|\n)[^\n]{1,80}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)[ \t_\-—–]*第[ \t]*(\d{1,4})[ \t]*页(?=\n|$)/g,
    least: 2,
    step: 1,
  },
];
