import type { CleanMessage, DiscoverMessage, FetchMessage } from '#lib/model/messages.ts';

export interface Messages {
  readonly discover: readonly DiscoverMessage[];
  readonly fetch: readonly FetchMessage[];
  readonly clean: readonly CleanMessage[];
}

/** Carries messages to the next stages, at least once. */
export interface Messenger {
  send(messages: Messages): Promise<void>;
}
