import { OF_NATION } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { IdentityDeps } from "../deps.ts";
import { hasAny, mayServeWithoutDirectory, type Rights, rightsOf } from "../directory/rights.ts";
import { syncRights } from "../directory/sync-rights.ts";
import type { SignedInPerson } from "../provider/provider.ts";
import { ensureEmployee, findEmployee, hasMembership, joinedOffices } from "../sql.ts";

/**
 * Lets in whom the directory knows; being signed in with the government is not enough.
 * @returns the employee's id; @throws Refusal `no-gate`, `office-not-joined` or `directory-unavailable`
 */
export async function signIn(deps: IdentityDeps, person: SignedInPerson, ip: string): Promise<number> {
  const { db, clock, directory, config, log } = deps;
  const askedAt = clock();
  const gates = await directory.gatesOf(person.afm, { userId: person.afm, userIp: ip }).catch((error) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (gates instanceof Refusal) return admitWithOldRights(deps, person, gates);
  const rights = rightsOf(gates, config.DIRECTORY_MINISTRY_GATE);
  const joined = await db.read(OF_NATION, (tx) => joinedOffices(tx, rights));
  const unknown = rights.offices.filter(({ code }) => !joined.has(code)).map(({ code }) => code);
  if (unknown.length > 0) log.warn({ offices: unknown }, "the directory names offices that have not joined");
  const usable: Rights = { ...rights, offices: rights.offices.filter(({ code }) => joined.has(code)) };
  if (!hasAny(usable)) {
    await dropRights(deps, person, askedAt);
    throw new Refusal(403, hasAny(rights) ? "office-not-joined" : "no-gate");
  }
  const id = await db.write(OF_NATION, (tx) => ensureEmployee(tx, person));
  await syncRights(db, id, usable, askedAt);
  return id;
}

/** Nothing is stored about a person who never had a right. */
async function dropRights({ db }: IdentityDeps, { afm }: SignedInPerson, askedAt: Temporal.Instant): Promise<void> {
  const known = await db.read(OF_NATION, (tx) => findEmployee(tx, afm));
  if (known) await syncRights(db, known.id, { ministry: false, offices: [] }, askedAt);
}

async function admitWithOldRights(
  { db, clock, log }: IdentityDeps,
  { afm }: SignedInPerson,
  refusal: Refusal,
): Promise<number> {
  const known = await db.read(OF_NATION, (tx) => findEmployee(tx, afm));
  if (!known || !mayServeWithoutDirectory(known.synced_at, clock())) throw refusal;
  const mayWork = known.is_ministry || (await db.read({ employee: known.id }, (tx) => hasMembership(tx, known.id)));
  if (!mayWork) throw refusal;
  log.warn({ employee: known.id }, "signed in with old rights: the directory does not answer");
  return known.id;
}
