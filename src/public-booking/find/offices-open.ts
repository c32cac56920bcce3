import type { Database } from "../../platform/database/transaction.ts";
import { recently } from "../choose/recently.ts";
import { openOfficeIds } from "./find-sql.ts";

const recent = recently<ReadonlySet<number>>();

/** The offices in which citizens may book a service, or (null) anything, as it was at most a second ago: many look at them all. */
export const officesOpenTo = (
  db: Database,
  service: string | null,
  today: Temporal.PlainDate,
): Promise<ReadonlySet<number>> => recent.of(db, `${service} ${today}`, () => openOfficeIds(db.alone, service, today));
