import type { VisitCase } from "../../text/to-bring.ts";

/** For whom somebody comes, by which it is known what they bring. Pure, browser-safe. */

/** In whose place somebody else comes: of a minor, or with an authorisation */
export const BEHALVES = ["minor", "proxy"] as const;

interface Visiting {
  readonly party: "citizen" | "business";
  readonly behalf: (typeof BEHALVES)[number] | null;
}

export const visitCaseOf = ({ party, behalf }: Visiting): VisitCase =>
  party === "business" ? "business" : (behalf ?? "self");
