import * as z from 'zod';

/** Why a piece of the page is not in the document. Closed: a consumer may switch over it. */
export const REMOVAL_REASONS = [
  'script', // script, style, template, noscript duplicates: never text of the document
  'hidden', // by attribute, inline style or the page's own stylesheet
  'navigation', // site menus, breadcrumbs, tables of links
  'breadcrumb',
  'header', // the site's masthead
  'footer', // the site's imprint, licences, ICP number
  'sidebar',
  'advertisement',
  'related', // other documents: related lists, 上一篇/下一篇, news streams
  'pager', // 上一页 [1] [2] 下一页
  'comments',
  'share',
  'subscribe', // newsletter, follow us, QR codes
  'login', // login and registration prompts
  'download-prompt', // download buttons, file data of a viewer
  'paywall', // the offer of the rest for money
  'promotion', // the site speaks of itself inside the document
  'disclaimer', // 版权声明, 仅供参考, terms of the platform
  'form', // buttons and input labels
  'media', // players, galleries and captions that are not the document's
  'metadata', // became a field: title, date, author, source, category
  'duplicate', // said twice on the page
  'jammer', // strings planted against copying
  'page-number', // printed page numbers and segment numbers of a viewer
  'template', // learned: this host repeats it on its pages
  'site-rule', // a selector of the source definition
  'boilerplate', // scored as not belonging to the document, nothing more specific known
] as const;

export const removalReason = z.enum(REMOVAL_REASONS);
export type RemovalReason = z.infer<typeof removalReason>;

/** One piece taken out of the page: by which step, why, what and where. */
export const removal = z.lazy(() =>
  z.object({
    step: z.string().describe('name of the cleaning step'),
    reason: removalReason,
    text: z.string().describe('what was taken out, white space folded'),
    where: z
      .string()
      .describe('path in the page, such as body>div.main>p[3], or line:12 of a text'),
  }),
);
export type Removal = z.infer<typeof removal>;

/** What a site broke and cleaning mended. */
export const REPAIRS = [
  'pinyin-annotations',
  'gbk-byte-shift',
  'simplified-script',
  'zero-width',
  'page-breaks',
  'mojibake',
  'escapes',
  'doubled-runs',
  'image-characters',
] as const;

export const repair = z.enum(REPAIRS);
export type Repair = z.infer<typeof repair>;

/** One place where a repair changed the text. */
export interface RepairEvent {
  repair: Repair;
  before: string;
  after: string;
  where: string;
}
