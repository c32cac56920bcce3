import { offeredLanguages } from "../../appointments/row/offered-languages.ts";
import { areNeedsOffered } from "../../appointments/row/offered-needs.ts";
import type { NoticesHeard } from "../../live/hub.ts";
import { createCache } from "../../platform/cache.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { allTranslations, type Translations } from "./translations-sql.ts";

/** In which languages citizens' pages are offered, what the ministry's words are in them, and what they may ask for, as it has it by now. */
export interface OfferedLanguages {
  /** To be awaited before a page is made. */
  refresh(): Promise<void>;
  /** In the order in which they are shown */
  all(): readonly CitizensLanguage[];
  /** Null: nobody has translated it */
  translated(greek: string, language: CitizensLanguage): string | null;
  /** The ministry lets visits say what of health is to be prepared */
  needs(): boolean;
}

/** Cached until the ministry rules something; while this process does not hear of it, nothing is. */
export function createOfferedLanguages(db: ReadOnlyDatabase, notices: NoticesHeard): OfferedLanguages {
  let offered: Offered = { languages: ["el", "en"], translations: new Map(), needs: false };
  const cache = createCache<"all", Offered>({
    name: "languages offered",
    max: 1,
    ttlMs: 0,
    validate: notices.isHearing,
  });
  notices.follow({ onNotice: ({ kind }) => kind === "ruling" && cache.clear(), onHearing: cache.clear });
  return {
    refresh: async () => {
      offered = await cache.load("all", () => offeredNow(db.nation));
    },
    all: () => offered.languages,
    translated: (greek, language) => offered.translations.get(language)?.get(greek) ?? null,
    needs: () => offered.needs,
  };
}

interface Offered {
  readonly languages: readonly CitizensLanguage[];
  readonly translations: Translations;
  readonly needs: boolean;
}

async function offeredNow(tx: Read): Promise<Offered> {
  const [languages, translations, needs] = await Promise.all([
    offeredLanguages(tx),
    allTranslations(tx),
    areNeedsOffered(tx),
  ]);
  return { languages, translations, needs };
}
