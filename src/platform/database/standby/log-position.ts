import type pg from "pg";

/** How far a server is in the log of changes (WAL) of which database, so that one can be compared with another. */
export interface LogPosition {
  /** The cluster's own number and the database's: copies of a server share them, and nobody else has them */
  readonly database: string;
  /** Another one begins with each promotion */
  readonly timeline: number;
  /** Bytes since the log began */
  readonly lsn: bigint;
}

/** Of a server as a standby; null where it is none, such as one that was promoted. */
export type ReplayPosition = LogPosition | null;

interface Row {
  readonly database: string;
  readonly timeline: number;
  readonly lsn: string | null;
}

const DATABASE = `(select system_identifier from pg_control_system()) || '/'
  || (select oid from pg_database where datname = current_database())`;

/**
 * Behind all that is committed, also without a flush: whoever has heard of a commit finds it before the position asked for next.
 * @throws Error at a server in recovery
 */
export async function writtenPosition(client: pg.ClientBase): Promise<LogPosition> {
  const { rows } = await client.query<Row>({
    name: "visits-written-position",
    text: `select ${DATABASE} as database, lsn::text,
      ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int as timeline from pg_current_wal_insert_lsn() as lsn`,
  });
  return positionOf(rows[0] as Row);
}

/**
 * What a snapshot that is taken from now on shows at least. Its timeline may be told late, by a restart point, but never early.
 */
export async function replayPosition(client: pg.ClientBase): Promise<ReplayPosition> {
  const { rows } = await client.query<Row>({
    name: "visits-replay-position",
    text: `select ${DATABASE} as database, greatest(timeline_id, min_recovery_end_timeline) as timeline,
        case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end::text as lsn
      from pg_control_checkpoint(), pg_control_recovery()`,
  });
  const row = rows[0] as Row;
  return row.lsn === null ? null : positionOf(row);
}

/** PostgreSQL writes it as two numbers in hexadecimal, "16/B374D848". */
function positionOf({ database, timeline, lsn }: Row): LogPosition {
  const [high = "0", low = "0"] = (lsn ?? "0/0").split("/");
  return { database, timeline, lsn: (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`) };
}
