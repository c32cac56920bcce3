import type { OfficeChanges } from "../../live/follow-offices.ts";
import { createCache } from "../../platform/cache.ts";
import { type ReadyPage, readyPage } from "../../platform/http/ready-page.ts";
import type { Html } from "../../platform/text/html.ts";
import { epochMinute } from "../../platform/time.ts";
import type { PageReader } from "../frame/reader.ts";

/**
 * Pages before a time is chosen, as they were at most a second ago, or before it, where nothing that they tell has changed since:
 * made once for all who ask, and compressed once; other rules are told at once. A time of them is looked at again when somebody takes it.
 */
export interface RecentPages {
  /** While what changes is not heard, each is made by itself. */
  load(question: PageQuestion, make: () => Promise<TellingPage>): Promise<ReadyPage>;
}

interface PageQuestion {
  readonly reader: Pick<PageReader, "language">;
  /** Which page, and all by which it differs but the language and the minute: only what it was asked by and understood */
  readonly key: readonly unknown[];
  readonly now: Temporal.Instant;
}

export interface TellingPage {
  readonly html: Html;
  /** Of offices and services, also of the times that are free, or of what is being read at this moment */
  readonly tells: "rules" | "times" | "moment";
}

interface PageEntry {
  readonly page: ReadyPage;
  readonly tells: TellingPage["tells"];
}

const TTL_MS = 1_000;
/** What a page is made of may have been read so long before (`seen-office.ts`, `offices-open.ts`). */
const BENEATH_MS = 1_000;

export function createRecentPages(changes: OfficeChanges): RecentPages {
  const isUnchanged = { rules: changes.areRulesUnchanged, times: changes.areAllUnchanged, moment: () => false };
  const cache = createCache<string, PageEntry>({
    name: "pages before a time",
    max: 1_000,
    ttlMs: TTL_MS,
    isOutdated: (_, since) => !changes.areRulesUnchanged(since),
    validate: ({ tells }, since) => isUnchanged[tells](since - BENEATH_MS),
  });
  return {
    load: async ({ reader, key, now }, make) => {
      const read = async (): Promise<PageEntry> => {
        const { html, tells } = await make();
        return { page: readyPage(html), tells };
      };
      if (!changes.isUpToDate()) return (await read()).page;
      const entry = JSON.stringify([reader.language, epochMinute(now), ...key]);
      return (await cache.load(entry, read)).page;
    },
  };
}
