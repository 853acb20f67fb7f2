import { SQSClient } from '@aws-sdk/client-sqs';

/** An SQS client from the standard AWS variables and files. */
export function openSqsClient(): SQSClient {
  return new SQSClient({});
}
