import { officeOfForm } from "../../identity/citizens/citizens-office.ts";
import { createCache } from "../../platform/cache.ts";
import type { Database } from "../../platform/database/transaction.ts";

/** Where forms lie that this process has seen, by their keys: most are asked for again within minutes. */
const offices = createCache<string, number>({ name: "offices of forms", max: 10_000 });

const keyOf = (tokenHash: Buffer): string => tokenHash.toString("base64url");

export function rememberOffice(tokenHash: Buffer, officeId: number): void {
  offices.set(keyOf(tokenHash), officeId);
}

/**
 * Does something with a browser's form in the office where it lies, which it may have left since it was seen.
 * @param work answers null where the office does not have it
 * @returns null: the browser has no form
 */
export async function atOfficeOfForm<Done extends object>(
  db: Database,
  tokenHash: Buffer | null,
  work: (officeId: number, tokenHash: Buffer) => Promise<Done | null>,
): Promise<Done | null> {
  if (!tokenHash) return null;
  const known = offices.get(keyOf(tokenHash));
  const done = known === undefined ? null : await work(known, tokenHash);
  if (done) return done;
  const office = await officeOfForm(db.acrossOffices, tokenHash);
  if (!office) return null;
  rememberOffice(tokenHash, office.id);
  return work(office.id, tokenHash);
}
