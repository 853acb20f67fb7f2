import type { RemovalReason } from '#lib/model/removal.ts';

const SPLIT = /\s+/;

/** Reads the reason of the first of an element's classes that `names` knows; most classes hold none and are never parted. */
export function reasonsByClass(
  names: ReadonlyMap<string, RemovalReason>,
): (classes: string) => RemovalReason | undefined {
  const mayBe = new RegExp([...names.keys()].join('|'), 'u');
  return (classes) => {
    if (!mayBe.test(classes)) return undefined;
    for (const name of classes.split(SPLIT)) {
      const reason = names.get(name);
      if (reason) return reason;
    }
    return undefined;
  };
}
