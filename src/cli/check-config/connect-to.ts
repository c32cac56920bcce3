import pg from "pg";

export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  // One that breaks fails the question that it was asked.
  client.on("error", () => {});
  await client.connect();
  return client;
}
