import type { ObjectStore } from '#lib/io/object-store.ts';
import { type HostState, hostState } from '#lib/model/host-state.ts';
import { hostKey } from '#lib/model/keys.ts';

/** What is remembered of a host; a fresh start if nothing readable is. */
export async function loadHostState(store: ObjectStore, host: string): Promise<HostState> {
  const fresh: HostState = {
    schema: 1,
    host,
    robots: {},
    delayMs: 0,
    notBefore: null,
    failures: 0,
    openUntil: null,
  };
  const stored = await store.get(hostKey(host));
  if (stored === null) return fresh;
  return parsed(new TextDecoder().decode(stored.body)) ?? fresh;
}

/** Stores the state if it differs from what was loaded. The lane's holder is the only writer. */
export async function saveHostState(
  store: ObjectStore,
  before: HostState,
  after: HostState,
): Promise<void> {
  const body = JSON.stringify(after);
  if (body === JSON.stringify(before)) return;
  await store.put(hostKey(after.host), new TextEncoder().encode(body));
}

function parsed(text: string): HostState | null {
  try {
    return hostState.parse(JSON.parse(text));
  } catch {
    return null; // written by another version: the host is met afresh
  }
}
