/** What the shell learns; scripts rely on these. */
export const EXIT = {
  done: 0,
  someFailed: 1,
  wrongUsage: 2,
  interrupted: 130, // 128 + SIGINT
} as const;
