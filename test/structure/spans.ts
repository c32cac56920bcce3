import { basename } from "node:path";
import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** They work for their owner, and in the office alone that they are given. */
const OF_ONE_OFFICE = new Set(["anonymize", "anonymize_due"]);

/** The functions of the database that read or write rows of all offices. */
export function functionsAcrossOffices(files: Files): string[] {
  const tables = [...(files.get("db/schema.sql") ?? "").matchAll(/^create (?:unlogged )?table (\w+) \((.*?)^\);/gms)]
    .filter(([, , columns = ""]) => /^ {2}office_id /m.test(columns))
    .map(([, name]) => name);
  const touches = new RegExp(`\\b(?:from|join|update|into|using)\\s+(?:${tables.join("|")})\\b`, "i");
  return [...files].flatMap(([file, text]) => {
    const name = basename(file, ".sql");
    const spans = file.startsWith("db/functions/") && text.includes("make_definer(") && touches.test(text);
    return spans && !OF_ONE_OFFICE.has(name) ? [name] : [];
  });
}

/** Whoever calls one of them says so by the type of its handle: were offices in several databases, each would be asked. */
export function spanFindings(files: Files): Finding[] {
  const call = new RegExp(`\\b(?:${functionsAcrossOffices(files).join("|")})\\(`, "g");
  return [...files]
    .filter(([file, text]) => isSource(file) && !isTest(file) && text.includes("sql`"))
    .flatMap(([file, text]) =>
      [...text.matchAll(call)]
        .filter(({ index }) => /\btx: (\w+)/.exec(text.slice(text.lastIndexOf("tx: ", index)))?.[1] !== "AcrossOffices")
        .map(({ 0: name }) => ({ file, message: `calls ${name}…) with a handle that is not AcrossOffices` })),
    );
}
