import { offeredLanguages } from "../../appointments/row/offered-languages.ts";
import type { NoticesHeard } from "../../live/hub.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { CitizensLanguage } from "../../text/languages.ts";

/** In which languages citizens' pages are offered, as the ministry has it by now. */
export interface OfferedLanguages {
  /** To be awaited before a page is made. */
  refresh(): Promise<void>;
  /** In the order in which they are shown */
  all(): readonly CitizensLanguage[];
}

/** Remembered until the ministry rules something; while this process does not hear of it, nothing is. */
export function createOfferedLanguages(db: Database, notices: NoticesHeard): OfferedLanguages {
  let offered: readonly CitizensLanguage[] = ["el", "en"];
  let isKnown = false;
  let changes = 0;
  const forget = () => {
    isKnown = false;
    changes++;
  };
  notices.follow({ onNotice: ({ kind }) => kind === "ruling" && forget(), onHearing: forget });
  return {
    refresh: async () => {
      if (isKnown) return;
      const begun = changes;
      offered = await offeredLanguages(db.alone);
      isKnown = begun === changes && notices.isHearing();
    },
    all: () => offered,
  };
}
