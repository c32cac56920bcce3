import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "../../test/database.ts";
import { type DocumentedRoles, documentedRoles, type RolesDatabase } from "../../test/documented-roles.ts";
import { hasPooler, startPooler } from "../../test/pooler.ts";
import { ROOT } from "../../test/structure/source-files.ts";
import { visits } from "./visits.ts";

let roles: DocumentedRoles;
let folder: string;
beforeAll(async () => {
  roles = await documentedRoles();
  folder = await mkdtemp(join(tmpdir(), "visits-roles-"));
});
afterAll(async () => {
  await roles.drop();
  await rm(folder, { recursive: true });
});

/** By way of a pooler of its own, whose connections begin with what the login has by now. */
async function run({ ownerUrl, appUrl }: RolesDatabase, ...argv: string[]) {
  const pooler = await startPooler(appUrl, [new URL(appUrl)], "");
  const environment = {
    DATABASE_URL: pooler.through(appUrl),
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_DIRECT_URL: appUrl,
    DATA_DIR: join(folder, "data"),
  };
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const code = await visits([...argv, "--lang", "en"], environment, { out: say, err: say, draw: () => {} });
  await pooler.stop();
  return { code, said: said.join("\n") };
}

const versions = (url: string) =>
  asOwner(url, "select xmin::text from pg_db_role_setting where setrole = $1::regrole", [roles.login]);

describe.runIf(hasPooler)("behind a pooler, with an owner who may not alter roles", () => {
  test("the settings of the login are named until a superuser has given them; then all commands work", async () => {
    const database = await roles.aDatabase();
    const lacking = await run(database, "migrate");
    expect(lacking.code).toBe(1);
    const statements = lacking.said.split("\n").filter((line) => line.includes("alter role"));
    const manual = await readFile(join(ROOT, "docs/operations.md"), "utf8");
    const documented = manual.match(/^alter role visits set .*;$/gm) ?? [];
    expect(statements.map((each) => each.trim().replace(`"${roles.login}"`, "visits"))).toEqual(documented);
    await asOwner(database.adminUrl, statements.join("\n"));
    const given = await versions(database.adminUrl);

    const [offices, backup] = [join(folder, "offices.csv"), join(folder, "backup")];
    await writeFile(offices, "code;name;municipality\n0578;ΚΕΠ Δοκιμής;Δήμος Δοκιμής\n");
    for (const argv of [
      ["migrate"],
      ["import-offices", offices],
      ["audit", "verify"],
      ["doctor"],
      ["retention", "run"],
      ["recovered"],
      ["backup", backup],
    ])
      expect(await run(database, ...argv)).toMatchObject({ code: 0 });
    expect(await run(await roles.aDatabase(), "restore", backup)).toMatchObject({ code: 0 });
    expect(await versions(database.adminUrl)).toEqual(given);
  });

  test("an owner who may gives what is lacking, once", async () => {
    const database = await roles.aDatabase();
    await asOwner(database.adminUrl, `alter role ${roles.login} reset all`);
    const owner = { ...database, ownerUrl: database.adminUrl };
    expect(await run(owner, "migrate")).toMatchObject({ code: 0 });
    const given = await versions(database.adminUrl);
    expect(given).toHaveLength(1);
    expect(await run(owner, "migrate")).toMatchObject({ code: 0 });
    expect(await versions(database.adminUrl)).toEqual(given);
  });
});
