/** Charset tables that no code of ours asks for: the runtime decodes these itself, only Big5 is taken from the library. */
const UNUSED_TABLES = ['cp936', 'gbk-added', 'cp949', 'eucjp', 'shiftjis'];

/** What stands in these files takes the place of modules that a cold start would pay for in vain. */
const REPLACED = `${import.meta.dirname}/replaced`;

/** How the bundle of a function is made, for CDK and for the test of its size. */
export const stageBundle = {
  entry: (name: string): string => `lambdas/${name}.ts`,
  mainFields: ['module', 'main'],
  target: 'node24',
  // Chinese words as they are, not as six ASCII characters each
  charset: 'utf8',
  // CommonJS dependencies inside an ES module need a require
  banner:
    "import{createRequire as __winnowRequire}from'node:module';const require=__winnowRequire(import.meta.url);",
  alias: {
    'node:http': `${REPLACED}/node-http.cjs`,
    'dom-serializer': `${REPLACED}/dom-serializer.cjs`,
    '@aws-sdk/credential-provider-node': `${REPLACED}/credential-provider-node.ts`,
  },
  externalModules: UNUSED_TABLES.map((table) => `./tables/${table}.json`),
} as const;
