/** What is known of when somebody came to where they are. */
interface Since {
  readonly status_at: Temporal.Instant;
  readonly called_at: Temporal.Instant | null;
}

/**
 * When an act on somebody who is here happened. The clock was asked before the day was locked: whoever waited for that acts on
 * what came about meanwhile, and not before it. Pure.
 */
export const actTime = (now: Temporal.Instant, { status_at: since, called_at: called }: Since): Temporal.Instant =>
  [since, called].reduce<Temporal.Instant>(
    (latest, moment) => (moment && Temporal.Instant.compare(moment, latest) > 0 ? moment : latest),
    now,
  );
