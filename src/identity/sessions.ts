import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "../platform/database/sql.ts";
import {
  deleteSessions,
  deleteSessionsBefore,
  insertSession,
  type SessionKey,
  type SessionLimits,
  type SessionRow,
} from "./sql.ts";

/** A shared office PC is left alone often: half an hour, and twelve whatever happens. */
const IDLE = Temporal.Duration.from({ minutes: 30 });
const ABSOLUTE = Temporal.Duration.from({ hours: 12 });
const SEEN_EVERY_SECONDS = 60;
/** A session that is over stays for days: a clock that ran ahead and comes back must not have thrown anybody out. */
const SWEPT_AFTER = Temporal.Duration.from({ hours: 7 * 24 });

/** 256 random bits behind the employee's number, which only tells row-level security whose rights to show. */
const TOKEN = /^([1-9]\d{0,8})\.[\w-]{43}$/;

export const sessionLimits = (now: Temporal.Instant): SessionLimits => ({
  createdAfter: now.subtract(ABSOLUTE),
  seenAfter: now.subtract(IDLE),
  // By a clock that ran ahead; otherwise it would be neither idle nor over for as long as that.
  notAfter: now.add(IDLE),
});

/** Whether a session that was found a while ago is not over by now. Pure. */
export function isWithin(
  { created_at, last_seen_at }: Pick<SessionRow, "created_at" | "last_seen_at">,
  { createdAfter, seenAfter, notAfter }: SessionLimits,
): boolean {
  const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
  return (
    isAfter(created_at, createdAfter) &&
    isAfter(last_seen_at, seenAfter) &&
    !isAfter(created_at, notAfter) &&
    !isAfter(last_seen_at, notAfter)
  );
}

/** Null for what can't be a token of ours. Only the hash of all of it is stored, so no part can be exchanged. */
export function sessionKeyOf(token: string | undefined): SessionKey | null {
  const employeeId = TOKEN.exec(token ?? "")?.[1];
  if (!token || employeeId === undefined) return null;
  return { employeeId: Number(employeeId), hash: createHash("sha256").update(token).digest() };
}

/** @returns the token, which exists nowhere but in the browser */
export async function startSession(tx: Tx, employeeId: number, now: Temporal.Instant): Promise<string> {
  const token = `${employeeId}.${randomBytes(32).toString("base64url")}`;
  await deleteSessionsBefore(tx, now.subtract(SWEPT_AFTER));
  await insertSession(tx, sessionKeyOf(token) as SessionKey, now);
  return token;
}

/** Everybody signs in again. */
export const endEverySession = (tx: Tx): Promise<void> => deleteSessions(tx);

/** Written at most once a minute, so that reading a day stays reading; and set right when it lies ahead. */
export const isSeenDue = ({ last_seen_at }: SessionRow, now: Temporal.Instant): boolean =>
  Math.abs(now.since(last_seen_at).total("seconds")) >= SEEN_EVERY_SECONDS;

export const sessionEnds = ({ created_at }: SessionRow, lastSeen: Temporal.Instant) => ({
  idleUntil: lastSeen.add(IDLE),
  until: created_at.add(ABSOLUTE),
});
