import type { Database } from "../../platform/database/transaction.ts";
import { type KnownOffice, knownOffices, officesVersion } from "./find-sql.ts";

interface Kept {
  readonly version: string;
  readonly offices: readonly KnownOffice[];
}

const keptOf = new WeakMap<Database, Kept>();

/** All of the country, asked for anew once one of them has changed: they are a thousand, and change seldom. */
export async function officesOfCountry(db: Database): Promise<readonly KnownOffice[]> {
  const version = await officesVersion(db.alone);
  const kept = keptOf.get(db);
  if (kept?.version === version) return kept.offices;
  const offices = await knownOffices(db.alone);
  keptOf.set(db, { version, offices });
  return offices;
}
