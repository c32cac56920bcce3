import { announceRows, rowsLeft } from "./announcements-sql.ts";
import { announcingClient } from "./client.ts";

/**
 * What is committed and not announced, of a process that does not listen, such as a command, at its end.
 * @throws Error where the server can't be reached: whoever listens finds it
 */
export async function announceLeft(url: string): Promise<void> {
  const client = announcingClient(url);
  client.on("error", () => {});
  try {
    await client.connect();
    await announceRows(client, await rowsLeft(client), []);
  } finally {
    await client.end().catch(() => {});
  }
}
