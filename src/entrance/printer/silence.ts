/** How long a printer has said nothing. Pure. */

/** Of a heartbeat every few seconds, noted once a minute, so much is more than a bad moment */
const SILENT_MINUTES = 3;

/** Null: it was heard lately, or never. */
export function silentMinutes(seenAt: Temporal.Instant | null, now: Temporal.Instant): number | null {
  const minutes = seenAt === null ? 0 : Math.floor(seenAt.until(now).total("minutes"));
  return minutes >= SILENT_MINUTES ? minutes : null;
}
