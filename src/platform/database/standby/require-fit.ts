import type pg from "pg";
import { type LogPosition, type ReplayPosition, replayPosition } from "./log-position.ts";

/** Why a server may not be read in the primary's place. */
export type Unfit = "takes-writes" | "pooler" | "other-database" | "other-timeline" | "behind";

const SENTENCES: Readonly<Record<Unfit, string>> = {
  "takes-writes": "it takes writes, so it is no standby (any more)",
  pooler: "a pooler stands before it, whose connections may each lead elsewhere: name the server's own address",
  "other-database": "it is a copy of another server, or another database",
  "other-timeline":
    "it does not follow the server that takes writes, or has kept no restart point since that one was promoted",
  behind: "it is behind by more than READ_DATABASE_LAG_MS",
};

export class UnfitStandby extends Error {
  override readonly name = "UnfitStandby";
  readonly reason: Unfit;
  constructor(reason: Unfit) {
    super(SENTENCES[reason]);
    this.reason = reason;
  }
}

/** Whether it has all that was written up to a position; null: nothing is known of the primary. Pure. */
export function unfitness(replayed: ReplayPosition, wanted: LogPosition | null): Unfit | null {
  if (!replayed) return "takes-writes";
  if (!wanted) return null;
  if (replayed.database !== wanted.database) return "other-database";
  if (replayed.timeline !== wanted.timeline) return "other-timeline";
  return replayed.lsn < wanted.lsn ? "behind" : null;
}

/** What a standby's connections begin with, and a pooler's do not; it changes nothing for who only reads. */
export const MARK_OF_DIRECT = { synchronous_commit: "off" };

/** @throws UnfitStandby at whatever is none */
export async function requireRecovery(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ standby: boolean }>("select pg_is_in_recovery() as standby");
  if (!rows[0]?.standby) throw new UnfitStandby("takes-writes");
}

/** Of each connection of a pool of ours, once. @throws UnfitStandby */
export async function requireStandby(client: pg.ClientBase): Promise<void> {
  await requireRecovery(client);
  const { rows } = await client.query<{ synchronous_commit: string }>("show synchronous_commit");
  if (rows[0]?.synchronous_commit !== MARK_OF_DIRECT.synchronous_commit) throw new UnfitStandby("pooler");
}

/** By what the server that is read says itself, on the same connection: what another connection leads to proves nothing. @throws UnfitStandby */
export async function requireFit(client: pg.ClientBase, wanted: LogPosition | null): Promise<LogPosition> {
  const replayed = await replayPosition(client);
  const reason = unfitness(replayed, wanted);
  if (reason) throw new UnfitStandby(reason);
  return replayed as LogPosition;
}
