import type { Read } from "../../platform/database/sql.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { type CitizensLanguage, isCounterLanguage, LANGUAGES } from "../../text/languages.ts";
import { languagesOn } from "./languages-sql.ts";

/** Greek and English always, another while the ministry has it switched on; in the order in which they are shown. */
export async function offeredLanguages(tx: Read): Promise<CitizensLanguage[]> {
  const on: readonly CitizensLanguage[] = await languagesOn(tx);
  return LANGUAGES.filter((language) => !isCounterLanguage(language) || on.includes(language));
}

/** @throws Refusal 422 at the field */
export async function requireOfferedLanguage(tx: Read, language: CitizensLanguage | undefined): Promise<void> {
  if (language === undefined || !isCounterLanguage(language)) return;
  if (!(await offeredLanguages(tx)).includes(language))
    refuseFields([{ field: "language", code: "language-not-offered" }]);
}
