import pg from "pg";

/** Text that means the same on either side, and no limit of time: tables are as large as they are. */
const SETTINGS = [
  "timezone=UTC",
  "datestyle=ISO",
  "intervalstyle=postgres",
  "extra_float_digits=1",
  "statement_timeout=0",
  "lock_timeout=0",
  "idle_in_transaction_session_timeout=0",
];

/** A connection of the owner, for a backup or a restore alone. */
export async function withOwnerClient<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 5_000,
    application_name: "visits-backup",
    options: SETTINGS.map((setting) => `-c ${setting}`).join(" "),
  });
  // Whatever is asked next tells that it is gone.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
