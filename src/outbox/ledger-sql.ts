import { part, type Tx } from "../platform/database/sql.ts";

/** SQL of the ledger of letters: how many went to a mailbox lately because citizens' pages were used. */

/** In so long */
export const LATELY = { hours: 2 } as const;
/** From however many forms, links, languages and processes: nobody's mailbox is filled by others. */
const MOST = 10;
/** Nor drop by drop. */
const A_DAY = { hours: 24 } as const;
const MOST_A_DAY = 20;

/**
 * Enters a letter to a mailbox; false, and nothing entered: so many went there lately. Whoever writes there at the same moment
 * waits until the transaction ends: the last lock that it takes.
 */
export async function enterLetter(tx: Tx, mailbox: Buffer, now: Temporal.Instant): Promise<boolean> {
  const [, rows] = await Promise.all([
    tx.sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${mailbox.toString("hex")}`}, 0))`,
    tx.sql`
      insert into link_asked (mailbox, asked_at) select ${mailbox}, ${now}
      where (${lettersSince(mailbox, now.subtract(LATELY))}) < ${MOST}
        and (${lettersSince(mailbox, now.subtract(A_DAY))}) < ${MOST_A_DAY}
      returning true`,
  ]);
  return rows.length === 1;
}

const lettersSince = (mailbox: Buffer, since: Temporal.Instant) =>
  part`select count(*) from link_asked where mailbox = ${mailbox} and asked_at > ${since}`;

export async function forgetLetters(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.sql`delete from link_asked where asked_at <= ${now.subtract(A_DAY)}`;
}
