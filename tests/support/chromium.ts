import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox', // build servers run as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why tests in a browser cannot run here; null if they can. On a build server its absence is a failure. */
export function whyNoChromium(): string | null {
  if (chromiumPath()) return null;
  const why = 'no chromium on PATH (apt-get install chromium)';
  if (process.env['CI']) throw new Error(why);
  return why;
}

export interface Watched {
  readonly page: Page;
  /** What the page said on its console beyond plain logs, errors it threw, dialogs it opened. */
  readonly troubles: string[];
  /** Addresses it asked for, but for its own, data: URLs and what a content policy stopped. */
  readonly requests: string[];
}

export interface Browser {
  /** A page that is watched from its first moment. */
  open(url: string, options?: OpenOptions): Promise<Watched>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** The system's Chromium with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'winnow-chromium-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath() ?? 'chromium',
    args: FLAGS,
    viewport: null,
  });
  return {
    open: (url, options) => openPage(context, url, options),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(
  context: BrowserContext,
  url: string,
  { width = 1280, height = 900, colorScheme = 'light' }: OpenOptions = {},
): Promise<Watched> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const own = url.split('#')[0];
  page.on('request', (request) => {
    const asked = request.url().split('#')[0] ?? '';
    if (asked !== own && !asked.startsWith('data:')) requests.push(asked);
  });
  // What a policy stopped is announced all the same, by the preload scanner when it comes first.
  page.on('requestfailed', (request) => {
    const place = requests.indexOf(request.url().split('#')[0] ?? '');
    if (request.failure()?.errorText === 'csp' && place >= 0) requests.splice(place, 1);
  });
  await page.goto(url);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, troubles, requests };
}

function chromiumPath(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // the next one
      }
    }
  }
  return null;
}
