import type { AcrossOffices, Part, Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type OfficeNamed, officeNamedById, officeOfFormToken, openOfficeOfCode } from "./sql.ts";

declare const proof: unique symbol;

/**
 * Proof that a citizen may act in this office: the ministry has opened booking there, a form or link of theirs leads
 * there, or a screen at its entrance. It has the shape of an employee's office, in which nobody is named.
 */
export interface CitizensOffice {
  readonly [proof]: "citizens";
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly employeeId: null;
  readonly employeeName: null;
}

/** @throws Refusal 404 for an office that there is not, and alike for one that is not open to citizens */
export const openOffice = (tx: Read, code: string): Promise<CitizensOffice> => openOfficeAnd(tx, code);

/**
 * The same, with what else is wanted of it.
 * @param also columns, each with a comma before it
 * @param beside where they stand, if not in `office`: joined to it
 * @throws Refusal 404 as above
 */
export async function openOfficeAnd<Also = unknown>(
  tx: Read,
  code: string,
  also?: Part,
  beside?: Part,
): Promise<CitizensOffice & Also> {
  return proven(await openOfficeOfCode<Also>(tx, code, also, beside), "office-not-public");
}

/** Whether citizens may still book there, or choose another time. */
export const isOpenToCitizens = async (tx: Read, { code }: CitizensOffice): Promise<boolean> =>
  (await openOfficeOfCode(tx, code)) !== null;

/** The same as a condition, with what else is wanted of it. @throws Refusal 409 */
export async function stillOpenAnd<Also>(tx: Read, { code }: CitizensOffice, also: Part, beside: Part): Promise<Also> {
  const open = await openOfficeOfCode<Also>(tx, code, also, beside);
  if (!open) throw new Refusal(409, "office-not-public");
  return open;
}

/** Where the form of this browser lies; null: it has none. */
export async function officeOfForm(tx: AcrossOffices, tokenHash: Buffer): Promise<CitizensOffice | null> {
  const office = await officeOfFormToken(tx, tokenHash);
  return office && proven(office, "office-not-found");
}

/** Where a link of a citizen's leads, or a screen stands at which they are. */
export const officeOfCitizen = async (tx: Read, id: number): Promise<CitizensOffice> =>
  proven(await officeNamedById(tx, id), "office-not-found");

function proven<Named extends OfficeNamed>(office: Named | null, code: string): CitizensOffice & Named {
  if (!office) throw new Refusal(404, code);
  return { ...office, employeeId: null, employeeName: null } as CitizensOffice & Named;
}
