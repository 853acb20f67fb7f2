import { PermanentError, RetryableError } from '#lib/model/errors.ts';
import { type TriggerReply, triggerReply } from '#lib/model/trigger-request.ts';
import { outputOf } from './cloud-options.ts';

export type AskTrigger = (request: object) => Promise<TriggerReply>;

const FORBIDDEN = 403;

/**
 * How to ask the trigger of a stack, with the credentials of the standard AWS variables and files.
 * @throws PermanentError with the reason if it refuses
 */
export async function askTrigger(stack: string): Promise<AskTrigger> {
  const url = await outputOf(stack, 'TriggerUrl');
  const { openS3Client } = await import('#lib/io/open-s3-client.ts');
  const { signedPost } = await import('#lib/io/signed-post.ts');
  const { config } = await openS3Client();
  const signer = {
    credentials: config.credentials,
    region: await config.region(),
    endpoint: process.env['AWS_ENDPOINT_URL_LAMBDA'] ?? process.env['AWS_ENDPOINT_URL'],
  };
  return async (request) => {
    const { status, body } = await signedPost(url, request, signer);
    const reply = replyOf(body);
    if (status < 300) return reply;
    if (status === FORBIDDEN) {
      throw new PermanentError(
        `not allowed: calling the trigger takes lambda:InvokeFunctionUrl and lambda:InvokeFunction`,
      );
    }
    const said = reply.error ?? body.slice(0, 200);
    if (status >= 500) throw new RetryableError(`the trigger failed (${status}): ${said}`);
    throw new PermanentError(said);
  };
}

function replyOf(body: string): TriggerReply {
  try {
    return triggerReply.parse(JSON.parse(body));
  } catch {
    return {};
  }
}
