import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';

/** The JSON a function URL was called with; an event of another kind is the body itself. */
export function bodyOf(event: unknown): unknown {
  const { body, isBase64Encoded } = event as Partial<LambdaFunctionURLEvent>;
  if (typeof body !== 'string') return event;
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    return null;
  }
}

export function jsonReply(statusCode: number, body: object): LambdaFunctionURLResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
