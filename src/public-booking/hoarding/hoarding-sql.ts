import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";
import type { Browser } from "./asker.ts";
import type { Party } from "./party.ts";
import type { Forms, Suspicious } from "./suspicion.ts";

/** SQL by which it is noticed who holds many times. */

/** As long as forms are kept */
const LATELY = { hours: 2 } as const;

export async function installationKey(tx: Read): Promise<Buffer> {
  const [row] = await tx.sql<{ key: Buffer }>`select key from online_secret`;
  return (row as { key: Buffer }).key;
}

export const NO_FORMS: Pick<Suspicious, "address" | "network"> = {
  address: { open: 0, confirmed: 0 },
  network: { open: 0, confirmed: 0 },
};

export async function formsOfParty(
  tx: AcrossOffices,
  { address, network }: Party,
  now: Temporal.Instant,
): Promise<Pick<Suspicious, "address" | "network">> {
  const [row] = await tx.sql<Record<"addressOpen" | "addressConfirmed" | "networkOpen" | "networkConfirmed", number>>`
    select address_open::integer as "addressOpen", address_confirmed::integer as "addressConfirmed",
      network_open::integer as "networkOpen", network_confirmed::integer as "networkConfirmed"
    from count_forms_of_party(${address}, ${network}, ${now.subtract(LATELY)})`;
  const { addressOpen = 0, addressConfirmed = 0, networkOpen = 0, networkConfirmed = 0 } = row ?? {};
  return {
    address: { open: addressOpen, confirmed: addressConfirmed },
    network: { open: networkOpen, confirmed: networkConfirmed },
  };
}

/** What became of the forms for one day of an office lately: not confirmed, those that hold its times now left out, and confirmed. */
export async function formsOfDay(
  tx: Read,
  officeId: number,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<Forms> {
  const { from, to } = localDay(date);
  const [row] = await tx.sql<Forms>`
    select count(*) filter (where confirmed_at is null and held_until is null and not awaits_email)::integer as open,
      count(confirmed_at)::integer as confirmed
    from booking_form
    where office_id = ${officeId} and seen_at > ${now.subtract(LATELY)}
      and starts_at >= ${instantOf(from)} and starts_at < ${instantOf(to)}`;
  return row as Forms;
}

/** So many times a person holds while filling in, in all offices; without the form of this key. */
export async function holdsOfPerson(tx: AcrossOffices, person: Buffer, butFor: Buffer | null): Promise<number> {
  const [row] = await tx.sql<{ holds: string }>`select count_holds_of_person(${person}, ${butFor}) as holds`;
  return Number(row?.holds);
}

/** What a browser computed holds a time for one form: for another one it proves nothing. The day of that time is locked. */
export async function withoutUsedProof(
  tx: Read,
  officeId: number,
  asker: Browser,
  tokenHash: Buffer,
): Promise<Browser> {
  if (!asker.proof) return asker;
  const used = await tx.sql`
    select from booking_form
    where office_id = ${officeId} and proof = ${asker.proof.id} and token_hash <> ${tokenHash}`;
  return used.length > 0 ? { ...asker, proof: null } : asker;
}
