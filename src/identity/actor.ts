import type { Role } from "./contract.ts";

/** An employee with an open session, and the rights that the directory gave. */
export interface Actor {
  readonly employeeId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly ministry: boolean;
  readonly memberships: readonly Membership[];
}

export interface Membership {
  readonly officeId: number;
  readonly code: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
