import { reasonStyle } from './reason-hues.ts';

/** Style of the frame with the page as it was built; its digest is in the policy of the page around it. */
export const FRAME_STYLE = `:root{color-scheme:light;--l:.46}
html.dark{color-scheme:dark;--l:.78}
@media (prefers-color-scheme:dark){html.auto{color-scheme:dark;--l:.78}}
body{margin:12px;font:15px/1.6 Inter,"Noto Sans CJK SC","PingFang SC","Source Han Sans SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere;background:Canvas;color:CanvasText}
table{border-collapse:collapse}td,th{border:1px dotted GrayText;padding:2px 4px;vertical-align:top}
.w-cut{text-decoration:line-through;color:oklch(var(--l) .12 var(--hue));outline:1px solid oklch(var(--l) .12 var(--hue)/.25)}
.w-link{border-bottom:1px dotted}
.w-image{display:inline-block;border:1px dashed GrayText;padding:0 6px;font-size:12px}
.w-image:empty::before{content:"image"}
ul,ol{padding-left:1.5em}
${reasonStyle('w-')}`;
