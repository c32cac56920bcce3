import { offeredLanguages } from "../../appointments/row/offered-languages.ts";
import type { NoticesHeard } from "../../live/hub.ts";
import { createCache } from "../../platform/cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { CitizensLanguage } from "../../text/languages.ts";

/** In which languages citizens' pages are offered, as the ministry has it by now. */
export interface OfferedLanguages {
  /** To be awaited before a page is made. */
  refresh(): Promise<void>;
  /** In the order in which they are shown */
  all(): readonly CitizensLanguage[];
}

/** Cached until the ministry rules something; while this process does not hear of it, nothing is. */
export function createOfferedLanguages(db: Database, notices: NoticesHeard): OfferedLanguages {
  let offered: readonly CitizensLanguage[] = ["el", "en"];
  const cache = createCache<"all", readonly CitizensLanguage[]>({
    name: "languages offered",
    max: 1,
    ttlMs: 0,
    validate: notices.isHearing,
  });
  notices.follow({ onNotice: ({ kind }) => kind === "ruling" && cache.clear(), onHearing: cache.clear });
  return {
    refresh: async () => {
      offered = await cache.load("all", () => offeredLanguages(db.alone));
    },
    all: () => offered,
  };
}
