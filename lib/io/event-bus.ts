import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { RetryableError } from '#lib/model/errors.ts';

const SOURCE = 'winnow';

/** Tells the account's event bus of something; whoever wants to know makes a rule. */
export function eventBus(client: EventBridgeClient) {
  return {
    /** @throws RetryableError if the bus does not take it */
    async announce(kind: string, detail: object): Promise<void> {
      const { FailedEntryCount = 0, Entries = [] } = await client.send(
        new PutEventsCommand({
          Entries: [{ Source: SOURCE, DetailType: kind, Detail: JSON.stringify(detail) }],
        }),
      );
      if (FailedEntryCount === 0) return;
      const [{ ErrorCode, ErrorMessage } = {}] = Entries;
      throw new RetryableError(`no event ${kind}: ${ErrorCode} ${ErrorMessage}`);
    },
  };
}
