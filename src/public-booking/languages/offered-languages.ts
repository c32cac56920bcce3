import type { NoticesHeard } from "../../live/hub.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { type CitizensLanguage, LANGUAGES } from "../../text/languages.ts";
import { languagesOn } from "./languages-sql.ts";

/** In which languages citizens' pages are offered, as the ministry has it by now. */
export interface OfferedLanguages {
  /** To be awaited before a page is made. */
  refresh(): Promise<void>;
  /** In the order in which they are shown */
  all(): readonly CitizensLanguage[];
}

const ALWAYS: readonly CitizensLanguage[] = ["el", "en"];

/** Remembered until the ministry rules something; while this process does not hear of it, nothing is. */
export function createOfferedLanguages(db: Database, notices: NoticesHeard): OfferedLanguages {
  let offered = ALWAYS;
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
      const on: readonly CitizensLanguage[] = await languagesOn(db.alone);
      offered = LANGUAGES.filter((language) => ALWAYS.includes(language) || on.includes(language));
      isKnown = begun === changes && notices.isHearing();
    },
    all: () => offered,
  };
}
