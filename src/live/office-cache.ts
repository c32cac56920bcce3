import { createCache } from "../platform/cache.ts";
import type { OfficeChanges } from "./follow-offices.ts";

/** What was read of offices, until a notice of the office comes: once for all who ask meanwhile, in this process. */
export interface OfficeCache<Value> {
  /** While what others announce is not heard, everybody reads. */
  load(question: OfficeQuestion, read: () => Promise<Value>): Promise<Value>;
}

export interface OfficeQuestion {
  readonly office: number;
  /** What of it, and all by which the answers to it differ */
  readonly key: string;
  /** It must show what is committed by now, though the notice of it may be on its way */
  readonly mustBeNew: boolean;
}

interface OfficeCacheOptions {
  /** As metrics and docs/operations.md call it */
  readonly name: string;
  /** Entries */
  readonly max: number;
  /** What must not have changed, where it is more than what the office's day tells */
  readonly isUnchanged?: OfficeChanges["isUnchanged"];
}

export function createOfficeCache<Value extends {}>(
  changes: OfficeChanges,
  { name, max, isUnchanged = changes.isUnchanged }: OfficeCacheOptions,
): OfficeCache<Value> {
  const cache = createCache<string, Value>({
    name,
    max,
    isOutdated: (key, since) => !isUnchanged(Number.parseInt(key, 10), since),
  });
  return {
    load: ({ office, key, mustBeNew }, read) => {
      if (!changes.isUpToDate()) return read();
      const entry = `${office} ${key}`;
      if (mustBeNew) cache.delete(entry);
      return cache.load(entry, read);
    },
  };
}
