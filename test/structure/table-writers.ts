import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";
import { WRITER_OF } from "./writers.ts";

const WRITE =
  /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+(?:only\s+)?"?([a-z_]+)|\bupdate\s+(?:only\s+)?"?([a-z_]+)"?(?:\s+(?:as\s+)?[a-z_]+)?\s+set\b/gi;

/** Every statement that writes a table from a module that is not its writer. */
export function tableWriterFindings(files: Files, tables: ReadonlySet<string>): Finding[] {
  return [...files].flatMap(([file, text]) => {
    const module = file.split("/")[1] ?? "";
    if (!isSource(file) || isTest(file)) return [];
    const written = [...text.matchAll(WRITE)]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((name) => tables.has(name));
    return [...new Set(written)]
      .filter((table) => !WRITER_OF[table]?.includes(module))
      .map((table) => ({
        file,
        message: `writes ${table}, which ${WRITER_OF[table]?.join(" and ") ?? "nobody"} writes by the table in test/structure/writers.ts`,
      }));
  });
}

/** The tables that the migrations make, and those in which all this is recorded. */
export function tablesOf(migrations: Files): Set<string> {
  const made = [...migrations.values()].flatMap((sql) => [
    ...sql.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?([a-z_]+)/g),
  ]);
  return new Set(["migration", "function_set", ...made.map((match) => match[1] ?? "")]);
}
