import { createServer } from 'node:http';
import { laneOf } from '#lib/model/lanes.ts';

const PAGE_BYTES = 100_000;
/** Of the network that exists on this machine only. */
const NET = '11.0';
const PARAGRAPH =
  '年初以来，我们按照既定计划稳步推进各项工作，先后完成了制度修订、人员培训和设备更新，取得了较好的成效。';
const PARAGRAPHS = 40;

/** So many hosts of one lane: addresses, since nobody resolves names here. */
export function hostsOfOneLane(count: number): string[] {
  const lanes = new Map<number, string[]>();
  for (let at = 256; at < 65_536; at += 1) {
    const host = `${NET}.${at >> 8}.${at & 255}`;
    const hosts = lanes.get(laneOf(host)) ?? [];
    hosts.push(host);
    lanes.set(laneOf(host), hosts);
    if (hosts.length === count) return hosts;
  }
  throw new Error(`no lane has ${count} hosts`);
}

/** A page of 100 KB as such sites have them: an article among navigation, styles and scripts. */
export function loadPage(host: string, path: string): string {
  const title = `${host}${path}工作总结`;
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) => `<p>第${at + 1}段，${title}。${PARAGRAPH}</p>`,
  ).join('\n');
  const page = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/list/">范文</a></div>
<div class="article"><h1>${title}</h1>${paragraphs}</div>
<div class="side">@</div></body></html>`;
  const links: string[] = [];
  for (let bytes = Buffer.byteLength(page), at = 0; bytes < PAGE_BYTES; at += 1) {
    const link = `<li class="item"><a href="/other/${at}.html" title="相关文章">相关文章第${at}篇</a></li>\n`;
    links.push(link);
    bytes += Buffer.byteLength(link);
  }
  return page.replace('@', `<ul>${links.join('')}</ul>`);
}

/** Serves such pages below /p/ at each address; anything else, robots.txt too, is not there. */
export async function serveLoad(hosts: readonly string[]): Promise<void> {
  for (const host of hosts) {
    const server = createServer(({ url: path = '' }, response) => {
      if (!path.startsWith('/p/')) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(loadPage(host, path));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(80, host, resolve);
    });
  }
}
