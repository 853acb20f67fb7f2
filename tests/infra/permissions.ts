import type { Template } from 'aws-cdk-lib/assertions';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringLike?: { readonly 's3:prefix'?: string[] } };
}

/** An action a function may take, on keys or prefixes of the store, queues and the like. */
export interface Permission {
  readonly function: string;
  readonly action: string;
  readonly on: readonly string[];
}

/** A request to AWS that a function made. */
interface Call {
  readonly stage: string | null;
  readonly action: string;
  /** Key, prefix, or name of a queue. */
  readonly on: string;
}

const STORE = /\/((?:config|runs|reports|hosts|profiles|raw|documents|manifest|exports)\/.*)$/;
const LOGICAL_ID = /^(\w+?)(queue|deadletters|log)[0-9A-F]{8}$/;
const QUEUE_NAME = /^\w+-(\w+?)(queue|deadletters)[0-9A-F]{8}/;
const KINDS: Readonly<Record<string, string>> = {
  queue: 'queue',
  deadletters: 'dead letters',
  log: 'log',
};
const EVENT_BUS = 'event-bus/default';
const SPECIAL = /[.+?^${}()|[\]\\]/g;
const NOT_RESOURCE = /[^\w/*.:-]/g;

/** What each function may do, from the template. */
export function permissionsOf(template: Template): Permission[] {
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([name]) => name.includes('roleDefaultPolicy'))
    .flatMap(([name, { Properties }]): Permission[] =>
      Properties.PolicyDocument.Statement.flatMap((statement: Statement) =>
        [statement.Action].flat().map((action) => ({
          function: name.replace(/role.*/, ''),
          action,
          on: [...resourcesOf(statement)],
        })),
      ),
    );
}

/** The same as a Markdown table, a row for each set of resources. */
export function permissionTable(template: Template): string {
  const byAction = Map.groupBy(permissionsOf(template), (row) => `${row.function} ${row.action}`);
  const merged = [...byAction.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const on = new Set([first, ...more].flatMap((row) => row.on));
    return [{ ...first, on: [...on].map((name) => `\`${name}\``).join(', ') }];
  });
  const byResource = Map.groupBy(merged, (row) => `${row.function} ${row.on}`);
  const lines = [...byResource.values()].map(
    (same) =>
      `| ${same[0]?.function} | ${same.map(({ action }) => `\`${action}\``).join(', ')} | ${same[0]?.on} |`,
  );
  return ['| function | may | on |', '|---|---|---|', ...lines.sort()].join('\n');
}

/** Whether the function that made a call may. */
export function isAllowed(
  permissions: readonly Permission[],
  { stage, action, on }: Call,
): boolean {
  const queue = QUEUE_NAME.exec(on);
  const name = queue ? `${KINDS[queue[2] ?? '']} of ${queue[1]}` : on;
  return permissions.some(
    (permission) =>
      permission.function === stage &&
      permission.action === action &&
      permission.on.some((pattern) => pattern === EVENT_BUS || matches(pattern, name)),
  );
}

/** As IAM does: a star is any characters, slashes too. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(SPECIAL, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

function* resourcesOf({ Resource, Condition }: Statement): Generator<string> {
  const prefixes = Condition?.StringLike?.['s3:prefix'];
  if (prefixes) {
    yield* prefixes;
    return;
  }
  for (const resource of [Resource].flat()) yield nameOf(resource);
}

/** A key of the store, or which queue or log it is. */
function nameOf(resource: unknown): string {
  const text = flat(resource);
  const key = STORE.exec(text)?.[1];
  if (key) return key;
  if (text.endsWith(EVENT_BUS)) return EVENT_BUS;
  const [, stage, kind] = LOGICAL_ID.exec(text.replace('.Arn', '')) ?? [];
  const what = KINDS[kind ?? ''];
  return what ? `${what} of ${stage}` : text.replaceAll(NOT_RESOURCE, '');
}

function flat(resource: unknown): string {
  if (typeof resource !== 'object' || resource === null) return String(resource);
  if ('Fn::Join' in resource && Array.isArray(resource['Fn::Join'])) {
    return resource['Fn::Join'][1].map(flat).join('');
  }
  if ('Fn::GetAtt' in resource && Array.isArray(resource['Fn::GetAtt'])) {
    return resource['Fn::GetAtt'].join('.');
  }
  return 'Ref' in resource ? String(resource.Ref) : '';
}
