/** What `cdk deploy` deploys: the source definitions in, one stack out. */
import { resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { deploymentContext } from './cli/deployment-context.ts';
import { loadSources } from './cli/load-source.ts';
import { reportError } from './cli/report-error.ts';

const app = new App();
try {
  const { sources: folder, ...props } = deploymentContext(app.node.getAllContext());
  const sources = loadSources(folder);
  const { WinnowStack } = await import('#lib/infra/winnow-stack.ts');
  new WinnowStack(app, 'Winnow', { ...props, sources, sourcesFolder: resolve(folder) });
} catch (error) {
  // one line instead of a trace; cdk adds that the app ended with this code
  process.exit(reportError(error, app.node.tryGetContext('debug') !== undefined));
}
