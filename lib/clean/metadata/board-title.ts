/** How phpBB joins the board's name and the topic's in <title>, in the languages of its packages. */
const BOARD =
  /^(.{2,60}?)\s[-•·]\s(?:檢視主題|检视主题|查看主题|查看主題|浏览主题|View topic|Thema anzeigen|Ver Tema|Voir le sujet)\s[-•·:]\s(.{2,200})$/iu;

/** 磚窯口論壇 - 檢視主題 - 秋收三首: the board's name and the title as other sites have it, topic first; null for any other title. */
export function boardTitle(headTitle: string): { board: string; title: string } | null {
  const [, board, topic] = BOARD.exec(headTitle) ?? [];
  return board && topic ? { board, title: `${topic} - ${board}` } : null;
}
