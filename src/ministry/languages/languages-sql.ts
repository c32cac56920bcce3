import { employeeName } from "../../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { CounterLanguage } from "../../text/languages.ts";

export interface CounterLanguageRow {
  readonly language: CounterLanguage;
  readonly isOn: boolean;
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

const ROW = part`language, is_on as "isOn", version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy"`;

export const languageRows = (tx: Read): Promise<CounterLanguageRow[]> =>
  tx.sql<CounterLanguageRow>`select ${ROW} from counter_language`;

/** Held until the transaction ends: of two who switch at once the second one sees what the first one did. */
export async function lockedLanguage(tx: Tx, language: CounterLanguage): Promise<CounterLanguageRow> {
  const [, rows] = await Promise.all([
    tx.sql`select from counter_language where language = ${language} for update`,
    tx.sql<CounterLanguageRow>`select ${ROW} from counter_language where language = ${language}`,
  ]);
  return rows[0] as CounterLanguageRow;
}

export async function switchRow(
  tx: Tx,
  employeeId: number,
  { language, isOn }: Pick<CounterLanguageRow, "language" | "isOn">,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update counter_language set is_on = ${isOn}, version = version + 1, changed_at = ${now}, changed_by = ${employeeId}
    where language = ${language}`;
}
