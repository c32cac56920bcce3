import { expect, test } from "vitest";
import { announcementFindings } from "./announcements.ts";
import { inWords } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";

test("whatever is told to other processes is told through one gate, behind the commit", async () => {
  expect(announcementFindings(await sourceFiles(["src", "db", "trial"])).map(inWords)).toEqual([]);
});

test.each([
  [
    "a statement that notifies besides",
    "src/appointments/planted.ts",
    "returning pg_notify($" + "{CHANNEL}, $" + "{text})",
  ],
  ["a statement that only notifies", "src/mail/planted.ts", "await tx.sql`notify visits, 'x'`;"],
  ["a trigger", "db/migrations/9999_planted.sql", "perform pg_notify('visits', new.id::text);"],
  ["a function", "db/functions/planted.sql", "perform pg_notify('visits', 'x');"],
  ["a notice of one's own", "src/queues/planted.ts", 'tx.announce(JSON.stringify({ kind: "rules" }));'],
  ["a row of one's own", "src/queues/planted.ts", "with told as ($" + "{announcementRow(id, text, source)}) select"],
  ["a mention", "src/queues/planted.ts", "notices.mention(text);"],
  ["a row past the transaction", "src/live/planted.ts", "insert into announcement (id, notices) values ($1, $2)"],
  ["a transaction that tells itself", "src/platform/database/planted.ts", "client.query('select pg_notify($1, $2)')"],
])("a planted fault is found: %s", (_name, file, text) => {
  expect(announcementFindings(new Map([[file, text]])).map(inWords)).toEqual([expect.stringContaining(`${file}: `)]);
});
