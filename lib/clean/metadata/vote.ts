/** What speaks for a name, by where it stands. */
export const VOTE = {
  /** The public account that published the page. */
  account: 8,
  /** <title> beside the document's title. */
  headTitle: 4,
  /** A greeting: 欢迎光临某某网. */
  welcome: 3,
  /** A link to the front page, a logo. */
  home: 2,
  /** First step of the path. */
  path: 2.25,
  labelledPath: 2.5,
  /** Right before its own address. */
  address: 2.5,
  /** An entry of a menu is a shelf. */
  menu: -2,
  /** A step of the path behind the front page, too. */
  shelf: -2,
  /** Who a label says wrote the text: their card has the name again. */
  person: -2,
  /** A line of rights at the page's end. */
  rights: 2,
  /** The line rules' reading. */
  line: 2.25,
  /** The same where the page has stronger sources. */
  weakLine: 1,
  /** The page's first lines. */
  top: [1.5, 0.75, 0.75],
  /** The first line ends as names of sites and bodies do. */
  named: 0.75,
  /** A menu or the path follows. */
  masthead: 1,
  /** Begins a line of the page's end. */
  foot: 1,
  footAndHead: 1.5,
  /** Another line of the frame has it. */
  recurs: 1,
} as const;
