import { RULE_ACTS } from "../audit/acts.ts";
import { lastActs } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { ChangedRow } from "../proposals/rule-rows.ts";
import type { ChangeHistory } from "./contract.ts";
import { namesOf } from "./sql.ts";

const LISTED = 50;

/** The changes of an office's rules, each with its author; with an id those before that one. */
export async function changeHistory(tx: Read, office: OperableOffice, before: string | null): Promise<ChangeHistory> {
  const found = await lastActs(tx, office, RULE_ACTS, { before, limit: LISTED + 1 });
  const shown = found.slice(0, LISTED);
  const rows = shown.flatMap(({ details }) => (details.changes ?? []) as readonly ChangedRow[]);
  return {
    changes: shown.map(({ id, at, act, by, details }) => ({ id, at: offsetText(at), act, by, details })),
    employees: await namesOf(tx, [...new Set(rows.flatMap(employeesIn))]),
    next: found.length > LISTED ? (shown.at(-1)?.id ?? null) : null,
  };
}

const employeesIn = ({ before, after }: ChangedRow): number[] =>
  [before?.employee_id, after?.employee_id].filter((id) => typeof id === "number");
