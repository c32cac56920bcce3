import { record } from "../../audit/record.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type ExistingAppointment, existingAppointment } from "../row/existing.ts";
import { insertOwnerByCode, isOwner } from "./owner-sql.ts";

/** Whose an appointment is, as far as that was proven to the government's sign-in. */

interface Claim {
  /** Of the tax number of whoever claims it */
  readonly mark: Buffer;
  readonly now: Temporal.Instant;
}

/** For whoever knows its code and surname. Its trail says so; what somebody else has booked as themselves stays theirs alone. */
export async function claimByCode(tx: Tx, office: CitizensOffice, id: string, { mark, now }: Claim): Promise<void> {
  if (!(await insertOwnerByCode(tx, office.id, id, { mark, since: now }))) return;
  await record(tx, office, { act: "appointment-claimed", appointments: [id] }, now);
}

/** Opened by its owner, which its trail says. @throws Refusal 404 where it is not theirs, or was forgotten */
export async function openedByOwner(
  tx: Tx,
  office: CitizensOffice,
  id: string,
  { mark, now }: Claim,
): Promise<ExistingAppointment> {
  const row = await ownedBy(tx, office, id, mark);
  await record(tx, office, { act: "appointment-opened", appointments: [id] }, now);
  return row;
}

async function ownedBy(tx: Read, office: CitizensOffice, id: string, mark: Buffer): Promise<ExistingAppointment> {
  if (await isOwner(tx, office.id, id, mark)) return existingAppointment(tx, office, id);
  throw new Refusal(404, "appointment-not-found");
}
