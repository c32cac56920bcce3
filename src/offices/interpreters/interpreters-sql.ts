import type { Read } from "../../platform/database/sql.ts";
import { spokenLanguages } from "../../text/spoken-languages.ts";
import type { InterpreterTerms } from "./first-day.ts";

/** So far the working days of any notice reach, with every holiday on the way. */
const DAYS_AHEAD = 90;

export interface InterpreterFacts {
  readonly terms: InterpreterTerms;
  /** As ISO text */
  readonly holidays: ReadonlySet<string>;
}

type Row = Omit<InterpreterTerms, "languages"> & { readonly languages: string | null };

export async function interpreterFacts(
  tx: Read,
  officeId: number,
  today: Temporal.PlainDate,
): Promise<InterpreterFacts> {
  const [rows, holidays] = await Promise.all([
    tx.sql<Row>`
      select has_sign_language as "signLanguage", sign_language_days as "signLanguageDays",
        interpreter_languages as languages, interpreter_days as "interpreterDays"
      from office where id = ${officeId}`,
    holidaysAhead(tx, today),
  ]);
  const { languages, ...terms } = rows[0] as Row;
  return { terms: { ...terms, languages: spokenLanguages(languages) }, holidays };
}

/** Days on which nobody works at all. */
export async function holidaysAhead(tx: Read, today: Temporal.PlainDate): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ date: string }>`
    select date::text as date from holiday
    where closed_from_minute = 0 and date > ${today}::date and date <= ${today.add({ days: DAYS_AHEAD })}::date`;
  return new Set(rows.map(({ date }) => date));
}
