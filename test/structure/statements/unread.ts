import type { UnreadPlace } from "./read.ts";

/** What only the running program knows, and why it is left to it. Nothing else may be unread, and no more than these. */
const LEFT: Readonly<Record<string, string>> = {
  "src/cli/checks/office-checks.ts: name is not constant": "asks every table of an office, by the database's own names",
  "src/cli/backup/room.ts: table is not constant": "looks into every table, by the database's own names",
  "src/platform/database/copy.ts: depends on the caller of a function that nobody calls by its name":
    "makes a table aside, copies into it and empties it into the one that its caller names",
  "src/platform/database/copy.ts: Object.assign(query, { handleCopyInResponse: give }) is known only to the running program":
    "a copy, whose columns its caller names",
  "src/platform/database/copy-stream.ts: Object.assign(query, { handleCopyData }) is known only to the running program":
    "a copy of a table of the backup",
  "src/platform/database/transaction.ts: settingsOf(scope) is known only to the running program": "begins and sets",
  'src/platform/database/embedded/embedded.ts: createStatement(name, "C.UTF-8") is known only to the running program':
    "makes a database",
  'src/platform/database/embedded/embedded.ts: createStatement(name, "en_US.UTF-8") is known only to the running program':
    "makes a database",
  "src/platform/database/apply.ts: step is not constant": "the migrations and functions, each of which was run by now",
  "src/platform/database/migrate.ts: pg.escapeIdentifier(rows[0].owner) is known only to the running program":
    "grants a role",
  "src/platform/database/reach-owner.ts: pg.escapeLiteral(login) is known only to the running program":
    "grants a role, and asks whether it may make tables",
};

/** What is wrong with what was left unread: a place that the list does not name, or a line of it that has grown old. */
export function unreadFindings(unread: readonly UnreadPlace[]): string[] {
  const found = new Set(unread.map(({ file, reason }) => `${file}: ${reason}`));
  const strange = unread.filter(({ file, reason }) => !(`${file}: ${reason}` in LEFT));
  return [
    ...strange.map(({ file, line, reason }) => `${file}:${line}: can't be read, so it was not prepared: ${reason}`),
    ...Object.keys(LEFT)
      .filter((left) => !found.has(left))
      .map((left) => `${left}: it can be read by now: strike it from test/structure/statements/unread.ts`),
  ];
}
