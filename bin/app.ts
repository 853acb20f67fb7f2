/** What `cdk deploy` deploys: the source definitions in, one stack out. */
import { readdirSync, readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { WinnowStack } from '#lib/infra/winnow-stack.ts';
import { UsageError } from '#lib/model/errors.ts';
import { parseSource } from './cli/load-source.ts';

const app = new App();
const context = (name: string): string | undefined => app.node.tryGetContext(name);
const required = (name: string): string => {
  const value = context(name);
  if (!value) throw new UsageError(`cdk deploy needs -c ${name}=…`);
  return value;
};
const files = readdirSync('sources').filter((file) => file.endsWith('.json'));
const existingBucket = context('existingBucket');

new WinnowStack(app, 'Winnow', {
  contact: required('contact'),
  alarmEmail: required('alarmEmail'),
  sources: files.map((file) =>
    parseSource(`sources/${file}`, readFileSync(`sources/${file}`, 'utf8')),
  ),
  ...(existingBucket ? { existingBucket } : {}),
});
