import { recordOwnAct } from "../../audit/record.ts";
import { NATION } from "../../identity/ministry-access.ts";
import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";
import { endPause, lockPartners, partnerRows, writePause } from "./partners-sql.ts";

/** What the operator of the platform does with a partner's system that does harm, or is out of order for long. */

/** `names`: of all systems, where none is called so */
export type PauseAnswer =
  | { readonly is: "done" | "already"; readonly waiting: number }
  | { readonly is: "unknown"; readonly names: readonly string[] };

/** All it asks is refused from then on, and its notices wait. @param name as the ministry wrote it */
export const pausePartner = (tx: AcrossOffices<Tx>, name: string, now: Temporal.Instant): Promise<PauseAnswer> =>
  switchPartner(tx, name, now, { act: "partner-paused", write: writePause });

/** It may ask again, and what has waited is sent. */
export const resumePartner = (tx: AcrossOffices<Tx>, name: string, now: Temporal.Instant): Promise<PauseAnswer> =>
  switchPartner(tx, name, now, { act: "partner-resumed", write: endPause });

interface Switch {
  readonly act: "partner-paused" | "partner-resumed";
  write(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean>;
}

async function switchPartner(
  tx: AcrossOffices<Tx>,
  name: string,
  now: Temporal.Instant,
  { act, write }: Switch,
): Promise<PauseAnswer> {
  await lockPartners(tx);
  const rows = await partnerRows(tx);
  const partner = rows.find((row) => row.name === name);
  if (!partner) return { is: "unknown", names: rows.map((row) => row.name) };
  const { id, waiting } = partner;
  if (!(await write(tx, id, now))) return { is: "already", waiting };
  await recordOwnAct(tx, NATION, { act, details: { after: { name } } }, now);
  return { is: "done", waiting };
}

/** A system that is not told of its appointments: it is paused, or does not answer. */
export interface PartnerTrouble {
  readonly name: string;
  readonly is: "paused" | "failing";
  readonly since: Temporal.Instant;
  /** Notices that have not arrived */
  readonly waiting: number;
}

export const partnerTroubles = async (tx: AcrossOffices): Promise<PartnerTrouble[]> =>
  (await partnerRows(tx)).flatMap(({ name, waiting, pausedAt, failingSince, webhookUrl }): PartnerTrouble[] => {
    if (pausedAt) return [{ name, is: "paused", since: pausedAt, waiting }];
    return failingSince && webhookUrl ? [{ name, is: "failing", since: failingSince, waiting }] : [];
  });
