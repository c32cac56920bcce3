import { ACROSS_OFFICES, type AcrossOfficesScope } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Actor } from "./actor.ts";

/** The office of what is no office's: of the ministry's acts and of the answers to them. Offices count from 1. */
export const NATION = 0;

/** What the ministry writes belongs to no office; what it looks at, to all of them. */
export const OF_MINISTRY: AcrossOfficesScope = { ...ACROSS_OFFICES, office: NATION };

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

declare const supervisedProof: unique symbol;

/** Proof that the ministry looks at an office's figures, which are nobody's: only `supervisedOffice` makes one. */
export interface SupervisedOffice {
  readonly [supervisedProof]: "supervised";
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export const supervisedOffice = (
  _ministry: MinistryStaff,
  office: { readonly id: number; readonly code: string; readonly name: string },
): SupervisedOffice => office as SupervisedOffice;
