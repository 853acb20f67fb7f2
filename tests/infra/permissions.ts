import type { Template } from 'aws-cdk-lib/assertions';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringLike?: { readonly 's3:prefix'?: string[] } };
}

interface Permission {
  readonly function: string;
  readonly action: string;
  readonly on: string;
}

const STORE = /\/((?:config|runs|reports|hosts|profiles|raw|documents|manifest)\/.*)$/;
const LOGICAL_ID = /^(\w+?)(queue|deadletters|log)[0-9A-F]{8}$/;
const NOT_RESOURCE = /[^\w/*.:-]/g;

/** What each function may do, from the template: a Markdown table, a row an action. */
export function permissionTable(template: Template): string {
  const rows = Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([name]) => name.includes('roleDefaultPolicy'))
    .flatMap(([name, { Properties }]): Permission[] =>
      Properties.PolicyDocument.Statement.flatMap((statement: Statement) =>
        [statement.Action].flat().map((action) => ({
          function: name.replace(/role.*/, ''),
          action,
          on: [...resourcesOf(statement)].join(', '),
        })),
      ),
    );
  const byAction = Map.groupBy(rows, (row) => `${row.function} ${row.action}`);
  const merged = [...byAction.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, on: [...new Set([first, ...more].map(({ on }) => on))].join(', ') }] : [],
  );
  const byResource = Map.groupBy(merged, (row) => `${row.function} ${row.on}`);
  const lines = [...byResource.values()].map(
    (same) =>
      `| ${same[0]?.function} | ${same.map(({ action }) => `\`${action}\``).join(', ')} | ${same[0]?.on} |`,
  );
  return ['| function | may | on |', '|---|---|---|', ...lines.sort()].join('\n');
}

function* resourcesOf({ Resource, Condition }: Statement): Generator<string> {
  const prefixes = Condition?.StringLike?.['s3:prefix'];
  if (prefixes) {
    for (const prefix of prefixes) yield `\`${prefix}\``;
    return;
  }
  for (const resource of [Resource].flat()) yield `\`${nameOf(resource)}\``;
}

/** A key of the store, or which queue or log it is. */
function nameOf(resource: unknown): string {
  const text = flat(resource);
  const key = STORE.exec(text)?.[1];
  if (key) return key;
  const [, stage, kind] = LOGICAL_ID.exec(text.replace('.Arn', '')) ?? [];
  const what = { queue: 'queue', deadletters: 'dead letters', log: 'log' }[kind ?? ''];
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
