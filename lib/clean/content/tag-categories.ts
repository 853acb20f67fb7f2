import { type ClassCategory, categoryBit } from './class-categories.ts';

const TAG_CATEGORY: Readonly<Record<string, ClassCategory>> = {
  nav: 'navigation',
  footer: 'footer',
  header: 'header',
  aside: 'sidebar',
  form: 'filter',
  figure: 'media',
  figcaption: 'media',
  time: 'meta',
  menu: 'navigation',
  dialog: 'account',
  button: 'tools',
};
const ROLE_CATEGORY: Readonly<Record<string, ClassCategory>> = {
  navigation: 'navigation',
  contentinfo: 'footer',
  banner: 'header',
  complementary: 'sidebar',
  search: 'filter',
  dialog: 'account',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'tools',
  button: 'tools',
  tablist: 'accordion',
};

/** Bit set of the categories a tag and a role stand for. */
export function tagCategories(tag: string, role: string | undefined): number {
  const byTag = TAG_CATEGORY[tag];
  const byRole = role === undefined ? undefined : ROLE_CATEGORY[role];
  let bits = 0;
  if (byTag !== undefined) bits |= categoryBit(byTag);
  if (byRole !== undefined) bits |= categoryBit(byRole);
  return bits;
}
