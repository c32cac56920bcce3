import { fileURLToPath } from "node:url";
import { FUNCTIONS } from "../../../platform/database/functions.ts";
import type { Read } from "../../../platform/database/sql.ts";
import { sqlFiles } from "../../../platform/database/sql-files.ts";
import * as present from "./present-sql.ts";

/** What this release makes of an empty database, as it was written down with it. */
export const RELEASE_SCHEMA = fileURLToPath(new URL("../../../../db/schema.sql", import.meta.url));

const HEAD =
  "-- Written by `npm run schema` from what db/migrations and db/functions make. To change it, write a migration.";

/** The schema of a migrated database as one reads it: each table with all that belongs to it, in the order in which they came. */
export async function presentSchema(tx: Read): Promise<string> {
  const inFiles = (await sqlFiles(FUNCTIONS)).map(({ name }) => name.replace(/\.sql$/, ""));
  const parts = [[HEAD], texts(await present.extensions(tx)), texts(await present.sequences(tx))];
  parts.push(...(await tablesWithAll(tx)));
  for (const text of texts(await present.functionsOfMigrations(tx, inFiles))) parts.push([text]);
  parts.push([
    "-- In db/functions, each in the file of its name; of each its hash:",
    ...texts(await present.functionsOfFiles(tx, inFiles)),
  ]);
  parts.push(texts(await present.foreigners(tx)));
  const written = parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${written.join("\n\n")}\n`;
}

async function tablesWithAll(tx: Read): Promise<string[][]> {
  const comments = byTable(await present.commentsOfTables(tx));
  const columns = byTable(await present.tableColumns(tx));
  const constraints = byTable(await present.constraints(tx));
  const behind: ReadonlyMap<string, string[]>[] = [];
  for (const ask of [present.indexes, present.security, present.policies, present.triggers, present.rules])
    behind.push(byTable(await ask(tx)));
  const grants = byTable(await present.grants(tx));
  const tables = (await present.tables(tx)).map(({ relation, text }) => {
    const all = [
      ...of(columns, relation).map(withoutComment),
      ...of(constraints, relation).map((constraint) => ({ text: constraint, comment: "" })),
    ];
    const members = all.map((one, at) => `  ${one.text}${at + 1 < all.length ? "," : ""}${one.comment}`);
    const lines = [...of(comments, relation), plain(text), ...members, ");"];
    return [...lines, ...[...behind, grants].flatMap((kind) => of(kind, relation))];
  });
  const views = (await present.views(tx)).map(({ relation, text }) => [plain(text), ...of(grants, relation)]);
  return [...tables, ...views];
}

const of = (lines: ReadonlyMap<string, string[]>, relation: string): string[] => lines.get(relation) ?? [];

function byTable(lines: readonly present.LineOfTable[]): ReadonlyMap<string, string[]> {
  const grouped = Map.groupBy(lines, ({ relation }) => relation);
  return new Map([...grouped].map(([relation, own]) => [relation, texts(own)]));
}

const texts = (lines: readonly present.SchemaLine[]): string[] => lines.map(({ text }) => plain(text));

/** A column's comment stands behind its comma. */
function withoutComment(column: string): { text: string; comment: string } {
  const [text = "", comment] = column.split("\t");
  return { text, comment: comment ? `  -- ${comment}` : "" };
}

/** As we write it: words of SQL small, nothing said that goes without saying. Texts, bodies and comments stay. */
const plain = (text: string): string =>
  text
    .split(/('(?:[^']|'')*'(?:::text)?|"[^"]*"|\$(?:function|procedure)\$[\s\S]*\$|--.*|\t.*)/)
    .map((piece, at) => (at % 2 ? piece.replace(/(?<=')::text$/, "") : shorter(piece.toLowerCase())))
    .join("");

const shorter = (sql: string): string =>
  sql
    .replaceAll(/\bpublic\./g, "")
    .replaceAll(" using btree", "")
    .replaceAll("timestamp with time zone", "timestamptz")
    .replaceAll("timestamp without time zone", "timestamp")
    .replaceAll("create or replace", "create");
