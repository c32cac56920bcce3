import { Refusal } from "../platform/refusal.ts";
import type { Actor } from "./actor.ts";
import type { Role } from "./contract.ts";

declare const proof: unique symbol;

/** Proof that this employee may work in this office: only `operableOffice` makes one. */
export interface OperableOffice {
  readonly [proof]: "operable";
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly employeeId: number;
  readonly employeeName: string;
  readonly roles: readonly Role[];
}

/** Another's office and one that does not exist answer alike (circular §Α: «εικόνα μόνο στα αντικείμενα του ΚΕΠ τους»). */
export function operableOffice(actor: Actor, code: string): OperableOffice {
  const membership = actor.memberships.find((candidate) => candidate.code === code);
  if (!membership) throw new Refusal(404, "office-not-found");
  const { officeId: id, name, roles } = membership;
  const employeeName = `${actor.firstName} ${actor.lastName}`;
  return { id, code, name, roles, employeeId: actor.employeeId, employeeName } as OperableOffice;
}

declare const headProof: unique symbol;

/** Proof that this employee is also the office's head: only `administeredOffice` makes one. */
export interface AdministeredOffice extends OperableOffice {
  readonly [headProof]: "administered";
}

/** @throws Refusal 404 as for `operableOffice`, 403 for a clerk who is not its head */
export function administeredOffice(actor: Actor, code: string): AdministeredOffice {
  const office = operableOffice(actor, code);
  if (!office.roles.includes("administrator")) throw new Refusal(403, "role-required");
  return office as AdministeredOffice;
}
