import type { Phones } from "./phones.ts";
import type { RushOffice } from "./rush-office.ts";
import type { Display } from "./screens.ts";
import type { Visitor } from "./visitors.ts";

/** A rush as it goes. */
export interface Scene {
  readonly office: RushOffice;
  readonly displays: readonly Display[];
  readonly phones: Phones;
  /** Who has come, by their visit */
  readonly visitors: Map<string, Visitor>;
  haveAllCome: boolean;
  /** How many visits have been dealt with */
  over: number;
  readonly wrong: string[];
}
