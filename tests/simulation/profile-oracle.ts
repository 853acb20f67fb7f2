import { countProfile } from '#lib/manifest/profiles/count-profile.ts';
import { mergeSamples, type SampledPage } from '#lib/manifest/profiles/host-sample.ts';
import { hostOf } from '#lib/model/document-id.ts';
import {
  decidesAlike,
  type HostProfile,
  hostProfile,
  type StoredProfile,
  storedProfile,
} from '#lib/model/host-profile.ts';
import { PROFILE_PREFIX } from '#lib/model/keys.ts';
import { parseJson } from '#lib/model/object-reader.ts';
import type { Row, UrlState } from '#lib/model/row.ts';

/** As small as the simulated hosts: pages fall out of samples, and two documents make one. */
export const LEARNING = { sampleSize: 3, leastDocuments: 2 } as const;

/** What the oracle knows of rows and commits. */
export interface Truth {
  readonly rowOf: (ulid: string) => Row | undefined;
  readonly stateAt: (number: number) => ReadonlyMap<string, UrlState>;
  readonly fail: (problem: string) => never;
}

/** Knows what each host's profile must be as of each commit: nothing but the registers counts. */
export class ProfileOracle {
  private readonly kept = new Set<string>();
  readonly latest = new Map<string, StoredProfile>();
  private readonly truth: Truth;

  constructor(truth: Truth) {
    this.truth = truth;
  }

  observe(key: string, body: Uint8Array): void {
    if (!key.startsWith(PROFILE_PREFIX)) return;
    if (key.startsWith(`${PROFILE_PREFIX}versions/`)) {
      const kept = parseJson(key, body, hostProfile);
      this.check(kept);
      this.kept.add(`${kept.host} ${kept.version}`);
      return;
    }
    const stored = parseJson(key, body, storedProfile);
    this.check(stored);
    const before = this.latest.get(stored.host);
    if (before && (stored.counted <= before.counted || stored.version < before.version))
      this.truth.fail(`${key} goes back from ${before.counted} to ${stored.counted}`);
    if (!decidesAlike(stored, this.expected(stored.host, stored.counted)))
      this.truth.fail(`${key} does not hold at ${stored.counted}`);
    const earlier = earlierVersions(before, stored);
    if (JSON.stringify(stored.earlier) !== JSON.stringify(earlier))
      this.truth.fail(`${key} forgets versions: ${stored.earlier}, not ${earlier}`);
    for (const version of stored.earlier)
      if (!this.kept.has(`${stored.host} ${version}`))
        this.truth.fail(`version ${version} of ${key} is replaced and not kept`);
    this.latest.set(stored.host, stored);
  }

  /** At rest every host has a profile that says what its documents say. */
  checkAtRest(number: number): void {
    const hosts = new Set([...this.truth.stateAt(number).values()].map(hostOfState));
    for (const host of hosts) {
      const expected = this.expected(host, number);
      const found = this.latest.get(host);
      if (expected.documents < LEARNING.leastDocuments) continue;
      if (!found || !decidesAlike(found, expected))
        this.truth.fail(
          `the profile of ${host} at ${number} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`,
        );
    }
  }

  private check(profile: HostProfile): void {
    const expected = JSON.stringify(this.expected(profile.host, profile.version));
    const actual = JSON.stringify(hostProfile.parse(profile));
    if (actual !== expected)
      this.truth.fail(`profile at ${profile.version}:\n${actual}\nis not\n${expected}`);
  }

  /** Fails if there is no such commit. */
  private expected(host: string, number: number): HostProfile {
    const pages = [...this.truth.stateAt(number).values()].flatMap((state): SampledPage[] => {
      const { id, content } = state;
      if (content === null || hostOfState(state) !== host) return [];
      const { fetchedAt, cleaner, ulid, textSha, site } = content;
      const traits = this.truth.rowOf(ulid)?.traits ?? null;
      return [{ id, fetchedAt, cleaner, ulid, textSha, site, traits }];
    });
    return countProfile(host, number, mergeSamples(pages, [], LEARNING.sampleSize));
  }
}

function earlierVersions(before: StoredProfile | undefined, { version }: StoredProfile): number[] {
  if (before === undefined) return [];
  return before.version === version ? before.earlier : [before.version, ...before.earlier];
}

function hostOfState({ canonicalUrl }: UrlState): string {
  return hostOf(canonicalUrl);
}
