import { UsageError } from '#lib/model/errors.ts';
import { isContact, isMail } from './user-agent.ts';

/** What a deployment is told by `cdk -c name=value`. */
export interface Deployment {
  readonly contact: string;
  readonly alarmEmail: string;
  readonly existingBucket?: string;
  /** 0 for no budget. */
  readonly monthlyDollars: number;
  /** Folder of source definitions. */
  readonly sources: string;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Context of CDK itself has a colon, a slash or an @ in its name. */
const OWN_NAME = /^[a-zA-Z]+$/;
const NAMES = ['contact', 'alarmEmail', 'existingBucket', 'monthlyDollars', 'sources', 'debug'];
const DEFAULT_MONTHLY_DOLLARS = 50;

/**
 * The context of a deployment, checked: what is wrong here would be found out weeks later, by a site
 * owner who cannot write to anybody, or an alarm that nobody gets.
 * @throws UsageError that names what is missing or wrong, and shows how to say it
 */
export function deploymentContext(context: Readonly<Record<string, unknown>>): Deployment {
  for (const name of Object.keys(context)) {
    if (OWN_NAME.test(name) && !NAMES.includes(name)) {
      throw new UsageError(`unknown context ${name}; there is ${NAMES.join(', ')}`);
    }
  }
  const text = (name: string): string | undefined => {
    const value = context[name];
    return value === undefined || value === '' ? undefined : String(value);
  };
  const contact = text('contact');
  if (contact === undefined || !isContact(contact)) {
    throw new UsageError(
      `cdk deploy needs -c contact=… : ${wrong(contact)}a mail address or the URL of a page where the owner of a site can reach you; it stands in the user agent`,
    );
  }
  const alarmEmail = text('alarmEmail');
  if (alarmEmail === undefined || !isMail(alarmEmail)) {
    throw new UsageError(
      `cdk deploy needs -c alarmEmail=… : ${wrong(alarmEmail)}the mail address that alarms go to`,
    );
  }
  const existingBucket = text('existingBucket');
  if (existingBucket !== undefined && !BUCKET.test(existingBucket)) {
    throw new UsageError(`-c existingBucket=${existingBucket} is not the name of a bucket`);
  }
  const monthlyDollars = Number(text('monthlyDollars') ?? DEFAULT_MONTHLY_DOLLARS);
  if (!(monthlyDollars >= 0)) {
    throw new UsageError(
      `-c monthlyDollars=${text('monthlyDollars')} must be a number: at this bill a mail is sent, 0 for none`,
    );
  }
  return {
    contact,
    alarmEmail,
    monthlyDollars,
    sources: text('sources') ?? 'sources',
    ...(existingBucket === undefined ? {} : { existingBucket }),
  };
}

function wrong(value: string | undefined): string {
  return value === undefined ? '' : `${value} is not `;
}
