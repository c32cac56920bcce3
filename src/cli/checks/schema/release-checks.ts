import { readFile } from "node:fs/promises";
import { ownMigrations } from "../../../platform/database/migrate.ts";
import type { Read } from "../../../platform/database/sql.ts";
import type { Check, Finding } from "../check.ts";
import { compareSchemas, type SchemaDifferences } from "./compare-schemas.ts";
import { presentSchema, RELEASE_SCHEMA } from "./present-schema.ts";

/** Tables, rules, functions and rights are this release's, thing by thing (db/schema.sql): what was changed by hand is named. */

/** By which nothing can be compared: it has to be looked at by the release that made it. */
const otherRelease: Check = {
  name: "other-release",
  remedy: "release",
  find: async (tx) => (await migrationsOfOthers(tx)).map((finding) => ({ finding })),
};

async function migrationsOfOthers(tx: Read): Promise<string[]> {
  const own = await ownMigrations();
  const applied = new Map(
    (await tx.sql<{ name: string; sha256: string }>`select name, sha256 from migration`).map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const strange = [...applied].filter(([name, sha256]) => own.get(name) !== sha256).map(([name]) => name);
  return [...strange, ...[...own.keys()].filter((name) => !applied.has(name))].sort();
}

const missingOfRelease: Check = {
  name: "missing-of-release",
  remedy: "by-hand",
  find: async (tx) => findingsIn((await differences(tx)).missing),
};

const notOfRelease: Check = {
  name: "not-of-release",
  remedy: "by-hand",
  find: async (tx) => findingsIn((await differences(tx)).added),
};

async function differences(tx: Read): Promise<SchemaDifferences> {
  if ((await migrationsOfOthers(tx)).length > 0) return { missing: [], added: [] };
  await tx.sql`set local search_path to public`;
  return compareSchemas(await readFile(RELEASE_SCHEMA, "utf8"), await presentSchema(tx));
}

const LONGEST = 200;

const findingsIn = (names: readonly string[]): Finding[] =>
  names.map((name) => ({ finding: name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name }));

export const releaseChecks: readonly Check[] = [otherRelease, missingOfRelease, notOfRelease];
