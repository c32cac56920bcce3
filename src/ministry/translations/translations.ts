import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import type { TranslatedLanguage } from "../../text/languages.ts";
import type { Translation, TranslationList, TranslationRequest } from "../contract.ts";
import { translationErrors } from "../rules.ts";
import {
  deleteTranslation,
  lockTranslations,
  type TranslationRow,
  translationRow,
  translationRows,
  writeTranslation,
} from "./translations-sql.ts";

/** The ministry's words (services, what to bring, holidays, closures) in a language of citizens, beside the Greek ones. */
export async function listTranslations(
  tx: Read,
  _ministry: MinistryStaff,
  language: TranslatedLanguage,
): Promise<TranslationList> {
  return { translations: (await translationRows(tx, language)).map(toTranslation) };
}

interface TranslationChange {
  readonly language: TranslatedLanguage;
  readonly id: string;
  /** The one that was seen; 0: there was none */
  readonly version: number;
  readonly request: TranslationRequest;
}

/** @throws Refusal 404, 412 when somebody else has changed it, 422 at the fields */
export async function changeTranslation(
  tx: Tx,
  ministry: MinistryStaff,
  { language, id, version, request }: TranslationChange,
  now: Temporal.Instant,
): Promise<Translation> {
  await lockTranslations(tx);
  const before = await existing(tx, language, id);
  if (before.version !== version)
    throw new Refusal(412, "version-stale", {
      values: { words: "translation-stale" },
      extensions: { current: toTranslation(before) },
    });
  refuseFields(translationErrors(request));
  const { greek } = before;
  const words = request.words?.trim() || null;
  const isChecked = words !== null && request.isChecked;
  if (words === null) await deleteTranslation(tx, greek, language);
  else await writeTranslation(tx, ministry.employeeId, { greek, language, words, isChecked }, now);
  const details = {
    before: { greek, language, words: before.words, isChecked: before.isChecked },
    after: { greek, language, words, isChecked },
  };
  await recordNationally(tx, ministry, { act: "translation-changed", details }, now);
  announceRuling(tx);
  return toTranslation(
    (await translationRow(tx, language, id)) ?? { ...before, words: null, isChecked: false, version: 0 },
  );
}

async function existing(tx: Read, language: TranslatedLanguage, id: string): Promise<TranslationRow> {
  const row = await translationRow(tx, language, id);
  if (!row) throw new Refusal(404, "translation-not-found");
  return row;
}

const toTranslation = ({ changedAt, ...row }: TranslationRow): Translation => ({
  ...row,
  changedAt: changedAt && offsetText(changedAt),
});
