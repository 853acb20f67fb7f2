/** A stream whose next value can be looked at before it is taken. */
export interface Peekable<T> {
  peek(): Promise<T | undefined>;
  /** The values from the next one on as long as they are wanted; the first unwanted one stays. */
  takeWhile(isWanted: (value: T) => boolean): AsyncGenerator<T>;
}

export function peekable<T>(values: AsyncIterable<T>): Peekable<T> {
  const iterator = values[Symbol.asyncIterator]();
  let ahead: Promise<IteratorResult<T>> | null = null;
  const next = (): Promise<IteratorResult<T>> => {
    ahead ??= iterator.next();
    return ahead;
  };
  return {
    async peek() {
      const result = await next();
      return result.done ? undefined : result.value;
    },
    async *takeWhile(isWanted) {
      for (let result = await next(); !result.done; result = await next()) {
        if (!isWanted(result.value)) return;
        ahead = null;
        yield result.value;
      }
    },
  };
}
