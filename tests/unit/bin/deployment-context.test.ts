import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploymentContext } from '../../../bin/cli/deployment-context.ts';
import { loadSources } from '../../../bin/cli/load-source.ts';

const GIVEN = { contact: 'crawler@example.org', alarmEmail: 'ops@example.org' };

describe('deploymentContext', () => {
  it('takes a mail address or a URL as contact, and has a budget by default', () => {
    expect(deploymentContext({ ...GIVEN, '@aws-cdk/core:checkSecretUsage': true })).toEqual({
      ...GIVEN,
      monthlyDollars: 50,
      sources: 'sources',
    });
    expect(deploymentContext({ ...GIVEN, contact: 'https://example.org/bot' }).contact).toBe(
      'https://example.org/bot',
    );
  });

  it.each([
    [
      { alarmEmail: GIVEN.alarmEmail },
      /^cdk deploy needs -c contact=… : a mail address or the URL/,
    ],
    [{ ...GIVEN, contact: 'me' }, /contact=… : me is not a mail address/],
    [{ contact: GIVEN.contact }, /needs -c alarmEmail=…/],
    [{ ...GIVEN, alarmEmail: 'ops' }, /alarmEmail=… : ops is not the mail address/],
    [{ ...GIVEN, existingBucket: 'My Bucket' }, /existingBucket=My Bucket is not the name/],
    [{ ...GIVEN, monthlyDollars: 'ten' }, /monthlyDollars=ten must be a number/],
    [{ ...GIVEN, alarmMail: 'ops@example.org' }, /^unknown context alarmMail; there is contact, /],
  ])('refuses %j with clear words', (context, words) => {
    expect(() => deploymentContext(context)).toThrow(words);
  });
});

describe('loadSources', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-sources-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('names every file and field that is wrong', async () => {
    await writeFile(join(folder, 'good.json'), '{"name":"good"}');
    await writeFile(join(folder, 'broken.json'), '{');
    await writeFile(join(folder, 'other.json'), '{"name":"another"}');
    await writeFile(join(folder, 'often.json'), '{"name":"often","schedule":"hourly"}');

    expect(() => loadSources(folder)).toThrow(/broken\.json is not JSON/);
    expect(() => loadSources(folder)).toThrow(/other\.json: name: is another, must be that of the/);
    expect(() => loadSources(folder)).toThrow(/often\.json: schedule: must be rate\(1 day\)/);
  });

  it('says that there is no such folder', () => {
    expect(() => loadSources(join(folder, 'none'))).toThrow(/there is no folder of sources at/);
  });
});
