/** What a title's line is worth by what stands around it; fitted by hand on authored pages. */
export const SCORE = {
  dateBelow: [3, 2.5, 1.5],
  glued: 3,
  labelled: 4,
  opensPage: 3,
  first: 1,
  siteBehind: 2,
  pathEnd: 4,
  belowPath: 2,
  quoted: 4,
  named: 2,
  judged: 1,
  aboveText: 1,
  belowMenu: 1.5,
  repeated: 1,
  long: 1.5,
  tiny: -2,
  inText: -1,
  inFoot: -4,
  aboveMenu: -3,
  belowDate: -1,
  aboveRank: -4,
  chapter: -2,
  /** The text begins by saying what it is. */
  defined: 6,
  /** The line above is the same with words and the site's name behind it. */
  restated: 3,
  slogan: -3,
  siteName: -2,
  /** Who posted it stands between the title and the fields. */
  member: -4,
  /** A chapter below the name of its book. */
  ofBook: 12,
  /** A question above the buttons to answer it. */
  asked: 4,
  /** Who wrote it stands below. */
  aboveByline: 2,
  /** A viewer calls the document by the name of its file. */
  file: 3,
} as const;
