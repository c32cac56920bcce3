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

/** @param name as metrics and docs/operations.md call it; @param max entries */
export function createOfficeCache<Value extends {}>(
  { isUnchanged, isUpToDate }: OfficeChanges,
  { name, max }: { readonly name: string; readonly max: number },
): OfficeCache<Value> {
  const cache = createCache<string, Value>({
    name,
    max,
    isOutdated: (key, since) => !isUnchanged(Number.parseInt(key, 10), since),
  });
  return {
    load: ({ office, key, mustBeNew }, read) => {
      if (!isUpToDate()) return read();
      const entry = `${office} ${key}`;
      if (mustBeNew) cache.delete(entry);
      return cache.load(entry, read);
    },
  };
}
