/**
 * Results of `read` for each item, in order, with up to `width` under way at once.
 * The first failure is thrown at its place; what is under way behind it is awaited and dropped.
 */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  width: number,
  read: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const iterator = items[Symbol.iterator]();
  const pending: Promise<R>[] = [];
  const start = (): boolean => {
    const next = iterator.next();
    if (next.done) return false;
    const result = read(next.value);
    result.catch(() => undefined); // reported when its turn comes
    pending.push(result);
    return true;
  };
  while (pending.length < width && start());
  try {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      yield await next;
      start();
    }
  } finally {
    await Promise.allSettled(pending);
  }
}
