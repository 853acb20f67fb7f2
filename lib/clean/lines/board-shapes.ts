import { lineClass, type Shape } from './line-class.ts';

/** What phpBB writes around posts, in Chinese and in English. */
export const BOARD_SHAPES: readonly Shape[] = [
  {
    // 由 半亩青 » 週日 11月 08, 2015 11:33 pm; by ann » Sun Nov 08, 2015 11:33 pm
    pattern: /^(?:由|by) [^»]{1,40} » [^»]{4,30}(?:19|20)\d\d,? ?\d{1,2}:\d\d(?: ?[ap]m)?$/u,
    is: { ...lineClass('metadata', 'anywhere'), sure: true },
    max: 100,
    anyScript: true,
  },
  {
    // 版主: 半亩青
    pattern: /^版主 ?: ?[^。，,]{1,40}$/u,
    is: lineClass('metadata', 'edge'),
    max: 50,
  },
  {
    // 正在浏览此版面的用户：没有注册用户 和 1 位游客
    pattern:
      /^(?:正在(?:浏览|阅读)(?:此|这个|该|本)(?:版面|版块|主题|论坛)的(?:用户|使用者|会员)|在线用户|谁在(?:线上|在线)) ?(?::|$)/u,
    is: { ...lineClass('navigation', 'anywhere'), sure: true },
    max: 120,
  },
];
