import { Refusal } from "../platform/refusal.ts";
import type { Actor } from "./actor.ts";

declare const proof: unique symbol;

/** Proof that this employee is of the ministry, and so may rule for all offices: only `ministryStaff` makes one. */
export interface MinistryStaff {
  readonly [proof]: "ministry";
  readonly employeeId: number;
  readonly employeeName: string;
}

/** @throws Refusal 403 for everybody else, the heads of offices too */
export function ministryStaff({ employeeId, firstName, lastName, ministry }: Actor): MinistryStaff {
  if (!ministry) throw new Refusal(403, "role-required", { values: { words: "ministry-required" } });
  return { employeeId, employeeName: `${firstName} ${lastName}` } as MinistryStaff;
}
