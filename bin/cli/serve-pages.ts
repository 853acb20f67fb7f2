import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { messageOf, UsageError } from '#lib/model/errors.ts';

/** Path of a request → the page, or null. */
export type Pages = (path: string) => Promise<string | null>;

export interface ServedPages {
  readonly url: string;
  close(): Promise<void>;
}

/** Names by which this machine asks itself: a page of elsewhere that points its name here gets nothing. */
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Serves pages on loopback, one made for each request. GET and HEAD only.
 * @throws UsageError if the port is taken
 */
export async function servePages(
  pages: Pages,
  { port, policy }: { readonly port: number; readonly policy: string },
): Promise<ServedPages> {
  const server = createServer((request, response) => {
    void answer(request, response, pages, policy);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new UsageError(`cannot listen on port ${port}: ${error.code ?? error.message}`)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { method, headers, url = '/' }: IncomingMessage,
  response: ServerResponse,
  pages: Pages,
  policy: string,
): Promise<void> {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    response.end(method === 'HEAD' ? undefined : body);
  };
  if (!OWN_HOST.test(headers.host ?? '')) return send(421, 'text/plain', 'not this host\n');
  if (method !== 'GET' && method !== 'HEAD') return send(405, 'text/plain', 'GET only\n');
  try {
    const page = await pages(new URL(url, 'http://localhost').pathname);
    if (page === null) send(404, 'text/plain', 'no such page\n');
    else send(200, 'text/html', page);
  } catch (error) {
    send(500, 'text/plain', `${messageOf(error)}\n`);
  }
}
