import { type Part, part, type Read, type Tx } from "../../database/sql.ts";

/** SQL of limits that all processes share. */

/** What is counted, and of whom: an address, a code or a key, of which only a hash is stored */
export interface Counted {
  readonly limit: string;
  readonly who: string;
}

export interface LimitCount {
  readonly count: number;
  /** When counting begins anew */
  readonly until: Temporal.Instant;
}

const hashOf = (who: string): Part => part`(select sha256(key || convert_to(${who}::text, 'UTF8')) from online_secret)`;

/** Null: nothing is counted at this moment */
export async function countOf(tx: Read, { limit, who }: Counted, now: Temporal.Instant): Promise<LimitCount | null> {
  const [row] = await tx.sql<LimitCount>`
    select count, until from limit_count where limit_name = ${limit} and who = ${hashOf(who)} and until > ${now}`;
  return row ?? null;
}

/** @param until of those that begin now to be counted */
export async function addToCount(
  tx: Tx,
  { limit, who }: Counted,
  more: number,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<LimitCount> {
  const [row] = await tx.last<LimitCount>`
    insert into limit_count (limit_name, who, until, count)
    select ${limit}, ${hashOf(who)}, ${until}::timestamptz, ${more}::integer
    on conflict (limit_name, who) do update set
      count = excluded.count + case when limit_count.until > ${now} then limit_count.count else 0 end,
      until = case when limit_count.until > ${now} then limit_count.until else excluded.until end
    returning count, until`;
  return row as LimitCount;
}

export async function forgetCounts(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.sql`delete from limit_count where until <= ${now}`;
}
