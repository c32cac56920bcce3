import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import { COUNTER_LANGUAGES } from "../../text/languages.ts";
import type { CounterLanguageList, CounterLanguageState } from "../contract.ts";
import { type CounterLanguageRow, languageRows, lockedLanguage, switchRow } from "./languages-sql.ts";

/** In which languages citizens are offered pages and letters, beside Greek and English. */
export async function counterLanguages(tx: Read, _ministry: MinistryStaff): Promise<CounterLanguageList> {
  const known = new Map((await languageRows(tx)).map((row) => [row.language, row]));
  return { languages: COUNTER_LANGUAGES.map((language) => shown(known.get(language) as CounterLanguageRow)) };
}

interface Wanted {
  readonly language: CounterLanguageRow["language"];
  readonly version: number;
  readonly isOn: boolean;
}

/** @throws Refusal 412 when somebody else has switched it meanwhile */
export async function switchLanguage(
  tx: Tx,
  ministry: MinistryStaff,
  { language, version, isOn }: Wanted,
  now: Temporal.Instant,
): Promise<CounterLanguageState> {
  const before = await lockedLanguage(tx, language);
  if (before.version !== version)
    throw new Refusal(412, "version-stale", {
      values: { words: "language-stale" },
      extensions: { current: shown(before) },
    });
  if (before.isOn !== isOn) {
    await switchRow(tx, ministry.employeeId, { language, isOn }, now);
    const details = { before: { language, isOn: before.isOn }, after: { language, isOn } };
    await recordNationally(tx, ministry, { act: "language-switched", details }, now);
    announceRuling(tx);
  }
  return shown(await lockedLanguage(tx, language));
}

const shown = ({ changedAt, ...row }: CounterLanguageRow): CounterLanguageState => ({
  ...row,
  changedAt: changedAt && offsetText(changedAt),
});
