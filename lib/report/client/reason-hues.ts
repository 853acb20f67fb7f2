import type { RemovalReason } from '#lib/model/removal.ts';

/** One hue a reason, in degrees of OKLCH; those of one family are near each other. */
export const REASON_HUES: Readonly<Record<RemovalReason, number>> = {
  navigation: 250,
  breadcrumb: 235,
  header: 265,
  footer: 220,
  sidebar: 280,
  related: 305,
  comments: 320,
  pager: 292,
  share: 335,
  advertisement: 25,
  promotion: 40,
  'download-prompt': 55,
  paywall: 10,
  subscribe: 70,
  login: 85,
  disclaimer: 350,
  metadata: 165,
  duplicate: 185,
  media: 200,
  hidden: 120,
  form: 135,
  script: 110,
  jammer: 100,
  'page-number': 150,
  template: 93,
  'site-rule': 145,
  boilerplate: 63,
};

/** CSS that gives every element of a reason its hue; `prefix` begins the class. */
export function reasonStyle(prefix: string): string {
  return Object.entries(REASON_HUES)
    .map(([reason, hue]) => `.${prefix}${reason}{--hue:${hue}}`)
    .join('');
}
