// Who may import whom. Read it as the map of the code base.
const STAGES = 'source|fetch|clean|publish|manifest|consume|report';

/** A layer and everything it may import: whatever is not listed is an error. */
const layer = (name, from, mayImport, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: mayImport },
});

export default {
  forbidden: [
    layer(
      'model',
      '^lib/model/',
      ['^lib/model/', 'node_modules/(zod|canonicalize)/', '^(crypto|zlib)$'],
      'The nouns the stages exchange. They know nobody.',
    ),
    layer(
      'clean',
      '^lib/clean/',
      [
        '^lib/(clean|model)/',
        '^cheerio/slim$',
        'node_modules/(cheerio|domhandler|htmlparser2|encoding-sniffer|iconv-lite)/',
        'node_modules/(diff|sanitize-html|@types/sanitize-html)/', // clean/trace alone
      ],
      'Bytes in, document out: no clock, no disk, no network.',
    ),
    layer(
      'consume',
      '^lib/consume/',
      ['^lib/(consume|model)/', '^lib/io/object-store'],
      'A consumer needs the manifest and a store, nothing of how they were made.',
    ),
    layer(
      'report',
      '^lib/report/',
      ['^lib/(report|model)/', '^zlib$', 'node_modules/uplot/'],
      'Rows, figures and traces in, HTML out: no clock, no store. client/ runs in the browser.',
    ),
    {
      name: 'traces-stay-out-of-lambda',
      comment: 'What only a person asks for is not paid for by every cold start.',
      severity: 'error',
      from: { path: '^lambdas/' },
      to: { path: '^lib/clean/trace/', reachable: true },
    },
    layer(
      'infra',
      '^lib/infra/',
      [
        '^lib/infra/',
        '^lambdas/env',
        '^lib/model/',
        'node_modules/(aws-cdk-lib|constructs|cdk-nag|@aws-sdk/credential-provider-env)/',
      ],
      'What exists in the account.',
    ),
    {
      name: 'stages-meet-in-the-model',
      comment: 'A stage may not import another stage: they exchange types from model/.',
      severity: 'error',
      from: { path: `^lib/(${STAGES})/` },
      to: { path: `^lib/(${STAGES})/`, pathNot: '^lib/$1/' },
    },
    {
      name: 'io-is-injected',
      comment:
        'Stages take a port as an argument; only bin/, lambdas/ and tests/ choose an adapter.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(io|infra)/' },
      to: { path: '^lib/io/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'effects-stay-in-io',
      comment: 'Node built-ins and the AWS SDK are reached through lib/io/.',
      severity: 'error',
      from: { path: '^lib/', pathNot: ['^lib/(io|infra)/', '^lib/model/(digest|segment-codec)'] },
      to: {
        path: 'node_modules/@aws-sdk/|^(fs|fs/promises|http|https|net|dns|child_process|process|crypto)$',
      },
    },
    {
      name: 'cdk-never-ships',
      comment: 'aws-cdk-lib in a handler bundle costs megabytes of cold start.',
      severity: 'error',
      from: { path: '^(lambdas|lib/(?!infra))' },
      to: { path: 'node_modules/(aws-cdk-lib|constructs)/', reachable: true },
    },
    {
      name: 'no-import-of-tests',
      comment: 'Tests import the product, never the other way round.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      // The functions' bundles have those of infra/replaced/ by an alias.
      from: {
        orphan: true,
        path: '^(bin|lib|lambdas)/',
        pathNot: '(\\.d\\.ts$|/infra/replaced/)',
      },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // see `import type` too
    doNotFollow: { path: 'node_modules' },
  },
};
