import { recordOwnAct } from "../../audit/record.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { PartnerCaller } from "./caller.ts";

/** Whose program it was: the act itself stands in the audit as a citizen's, for whom it was done (invariant 8). */
export const recordPartner = (
  tx: Tx,
  office: CitizensOffice,
  { name }: PartnerCaller,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<void> =>
  recordOwnAct(tx, office.id, { act: "partner-acted", details: { partner: name }, appointments: [id] }, now);
