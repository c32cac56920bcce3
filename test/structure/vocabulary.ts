import type { Finding } from "./finding.ts";
import { MAY_IMPORT } from "./modules.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

const SAYS_NOTHING = /^(utils?|helpers?|common|misc|index|lib|shared|stuff|types|constants|managers?|services?)$/;
const TABLE_STATEMENT =
  /\b(insert\s+into|delete\s+from|merge\s+into|truncate|select\b[^;]*?\bfrom|update\s+\w+\s+(as\s+\w+\s+)?set)\s/i;
/** Not of the ministry's nouns. In every other module, also one that is yet to come, all SQL stands in one kind of file. */
const FREE_TO_WRITE_SQL = ["cli", "platform"];

/** The layout says what the program does: known folders, names with a meaning, SQL and pages where one looks for them. */
export function vocabularyFindings(files: Files): Finding[] {
  return [...files].flatMap(([file, text]) => {
    const message = strangeFolder(file) ?? emptyName(file) ?? strayPage(file) ?? straySql(file, text);
    return message ? [{ file, message }] : [];
  });
}

function strangeFolder(file: string): string | null {
  const [, top = "", rest] = file.split("/");
  const known = MAY_IMPORT[top] || !isSource(file);
  return known ? null : `${rest ? "this module" : "this file"} has no line in test/structure/modules.ts`;
}

function emptyName(file: string): string | null {
  const names = file
    .replace(/\.[a-z.]+$/, "")
    .split("/")
    .slice(1);
  const empty = names.find((name) => SAYS_NOTHING.test(name));
  return empty && file !== "src/web/index.html" ? `"${empty}" does not say what is in it` : null;
}

function strayPage(file: string): string | null {
  const isPage = file.endsWith(".tsx") && !isTest(file);
  const isHome = /^src\/(kit\/|web\/|[^/]+\/ui\/)/.test(file);
  return isPage && !isHome ? "a component lives in its module's ui/, in kit/ or in web/" : null;
}

function straySql(file: string, text: string): string | null {
  const [, module = "", ...rest] = file.split("/");
  const isHome = isTest(file) || /(^|-)sql\.ts$/.test(rest.at(-1) ?? "");
  if (FREE_TO_WRITE_SQL.includes(module) || isHome) return null;
  const statements = text.match(/`[^`]*`/g) ?? [];
  return statements.some((statement) => TABLE_STATEMENT.test(statement))
    ? "the module's SQL stands in its sql.ts"
    : null;
}
