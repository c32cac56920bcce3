import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { type CachedRows, silentWriteFindings } from "./silent-writes.ts";
import { sourceFiles } from "./source-files.ts";

const SESSIONS: CachedRows = {
  rows: "sessions or rights",
  writes:
    /\b(?:insert\s+into|delete\s+from|update)\s+(?:session|membership|employee)\b|\bkeep_(?:employee|directory_answer)\(/i,
  functions: /^db\/functions\/keep_(?:employee|directory_answer)\.sql$/,
  announces: "announceEmployee",
  silent: {
    insertSession: "nobody has cached a session that there was not",
    seeSession: "the process that writes it forgets it; another one finds it idle by what it has, and looks again",
    deleteSessionsBefore: "they are over for days, and no cached one is believed beyond its limits",
  },
};

const MAILS: CachedRows = {
  rows: "e-mails",
  writes: /\b(?:insert\s+into|delete\s+from|update)\s+mail\b/i,
  // Of a round that ends with a notice of the office (src/retention).
  functions: /^db\/functions\/anonymize(?:_due)?\.sql$/,
  announces: "announceMails",
  silent: {
    beginSending: "what is being sent is under way as before",
    beginMessages: "what is being sent is under way as before",
    planning: "a part of the statement that announces the booking of which it tells",
    insertWord: "it is withdrawn from the beginning",
    holdBack: "of data that are being restored nobody has read",
    holdBackMessages: "of data that are being restored nobody has read",
  },
};

test.each([SESSIONS, MAILS])("whoever writes $rows, which processes cache, announces it", async (cached) => {
  const files = await sourceFiles(["src", "db/functions"]);
  expect(silentWriteFindings(files, cached).map(inWords)).toEqual([]);
});

test.each([
  [SESSIONS, "src/identity/planted.ts", "export async function f(tx) {\n  await tx.sql`delete from session`;\n}"],
  [SESSIONS, "src/identity/planted.ts", "export const f = (tx) => tx.sql`update employee set is_ministry = false`;"],
  [
    SESSIONS,
    "src/cli/planted.ts",
    "async function f(tx) {\n  await tx.sql`insert into membership (office_id) values (1)`;\n}",
  ],
  [SESSIONS, "src/identity/planted.ts", "const f = (tx) => tx.sql`select keep_employee(1)`;"],
  [SESSIONS, "db/functions/planted.sql", "delete from session where employee_id = 1;"],
  [MAILS, "src/mail/planted.ts", "export const f = (tx) => tx.sql`update mail set state = 'sent'`;"],
  [MAILS, "db/functions/planted.sql", "delete from mail where office_id = 1;"],
])("a planted fault is found: of %o in %s", (cached, file, text) => {
  expect(silentWriteFindings(new Map([[file, text]]), { ...cached, silent: {} }).map(inWords)).toEqual([
    expect.stringContaining(`writes ${cached.rows} and announces nothing`),
  ]);
});

test("an exception without use is found", () => {
  expect(silentWriteFindings(new Map(), { ...SESSIONS, silent: { seeSession: "no more" } }).map(inWords)).toEqual([
    "test/structure/silent-writes.test.ts: seeSession: the exception has no use any more",
  ]);
});
