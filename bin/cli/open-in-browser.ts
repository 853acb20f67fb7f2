import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  win32: 'explorer',
};

/** Asks the system to show a file or address; where it cannot, the printed place has to do. */
export function openInBrowser(place: string): void {
  const child = spawn(OPENERS[process.platform] ?? 'xdg-open', [place], {
    stdio: 'ignore',
    detached: true,
  });
  child.once('error', () => process.stderr.write(`no program here opens a browser: ${place}\n`));
  child.unref();
}
