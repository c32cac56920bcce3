import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of what others publish about identities for wallets: who issues them, and which are revoked. */

export type ListKind = "trust" | "status";

/** As it was fetched last. */
export interface FetchedList {
  readonly body: string;
  readonly fetchedAt: Temporal.Instant;
}

/** Null: it was never fetched, or its own end has come. */
export async function fetchedList(tx: Read, address: string, now: Temporal.Instant): Promise<FetchedList | null> {
  const [row] = await tx.sql<FetchedList>`
    select body, fetched_at as "fetchedAt" from wallet_list
    where address = ${address} and body is not null and until > ${now}`;
  return row ?? null;
}

/** When the same was fetched, without reading it. */
export async function fetchedAt(tx: Read, address: string, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const [row] = await tx.sql<{ fetchedAt: Temporal.Instant }>`
    select fetched_at as "fetchedAt" from wallet_list
    where address = ${address} and body is not null and until > ${now}`;
  return row?.fetchedAt ?? null;
}

interface WantedList {
  readonly address: string;
  readonly kind: ListKind;
}

export async function insertWanted(tx: Tx, { address, kind }: WantedList, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    insert into wallet_list (address, kind, wanted_at) values (${address}, ${kind}, ${now})
    on conflict (address) do update set wanted_at = excluded.wanted_at`;
}

/** Those of which it is time, or that were never fetched: who issues identities first, by which the others are read. */
export const listsToFetch = (tx: Read, now: Temporal.Instant): Promise<WantedList[]> =>
  tx.sql<WantedList>`
    select address, kind from wallet_list where refresh_at is null or refresh_at <= ${now}
    order by kind desc, address`;

/** For how long a list was read, and until when it is good. */
export interface ListTimes {
  readonly refreshAt: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export async function updateFetched(
  tx: Tx,
  address: string,
  { body, fetchedAt: at, refreshAt, until }: FetchedList & ListTimes,
): Promise<void> {
  await tx.sql`
    update wallet_list set body = ${body}, fetched_at = ${at}, refresh_at = ${refreshAt}, until = ${until}
    where address = ${address}`;
}

/** Lists that no identity and no setting has named since then. */
export async function deleteUnwanted(tx: Tx, wantedBefore: Temporal.Instant): Promise<void> {
  await tx.sql`delete from wallet_list where wanted_at <= ${wantedBefore}`;
}
