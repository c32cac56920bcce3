import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOwner, type FreshDatabase } from "../../../test/database.ts";
import { BY_WORKERS, doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { type DocumentedRoles, documentedRoles } from "../../../test/documented-roles.ts";
import { ANSWERS, aDrawDesk, CLOSES, OPENS, RELEASES } from "../../../test/draw-desk.ts";
import { requireFollows } from "../../../test/draw-follows.ts";
import { hasPooler, type Pooler, startPooler } from "../../../test/pooler.ts";
import { ROOT } from "../../../test/structure/source-files.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { visits } from "../../cli/visits.ts";
import { openDatabase } from "../../platform/database/connect.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** A whole draw by a login that has the documented rights alone, behind a pooler. */
let roles: DocumentedRoles;
let pooler: Pooler;
let folder: string;
let world: World;
let ownerUrl: string;

describe.runIf(hasPooler)("with the rights of docs/operations.md alone", () => {
  beforeAll(async () => {
    roles = await documentedRoles();
    folder = await mkdtemp(join(tmpdir(), "visits-draw-"));
    const { appUrl, adminUrl, ...database } = await roles.aDatabase();
    ownerUrl = database.ownerUrl;
    const manual = await readFile(join(ROOT, "docs/operations.md"), "utf8");
    const settings = manual.match(/^alter role visits set .*;$/gm) ?? [];
    await asOwner(adminUrl, settings.join("\n").replaceAll("role visits ", `role ${roles.login} `));
    pooler = await startPooler(appUrl, [new URL(appUrl)], "");
    const environment = {
      DATABASE_URL: pooler.through(appUrl),
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_DIRECT_URL: appUrl,
      DATA_DIR: folder,
    };
    const silent = () => {};
    expect(await visits(["migrate"], environment, { out: silent, err: silent, draw: silent })).toBe(0);
    const { app, pool, notices, close } = await openDatabase({ ...environment, DATABASE_POOL_SIZE: 10 });
    const given: FreshDatabase = {
      name: "of documented roles",
      db: app,
      pool,
      ownerUrl: adminUrl,
      appUrl,
      ofProcess: () => ({ db: app, notices }),
      drop: async () => void (await close()),
    };
    world = await aWorld({}, undefined, given);
  });
  afterAll(async () => {
    await world.close();
    await pooler.stop();
    await roles.drop();
    await rm(folder, { recursive: true });
  });

  test("planned, sealed, wished, closed, drawn, answered, passed on, opened and forgotten", async () => {
    const desk = await aDrawDesk(world, { offices: 1, mornings: [2] });
    await desk.at("2026-11-29T20:00");
    await desk.at(OPENS);
    const wishes: DrawWishAt[] = [];
    for (let person = 0; person < 4; person++) wishes.push(await desk.wishes(`person${person}`));
    await desk.at(CLOSES);
    await desk.run();
    const rows = await desk.rows("select visit from draw_wish where draw = $1 order by place", desk.number);
    const [first, second] = rows.map(({ visit }) => wishes.find((at) => at.visit === visit) as DrawWishAt);
    await desk.comes(first as DrawWishAt);
    await desk.leaves(second as DrawWishAt);
    await desk.at(ANSWERS);
    await desk.at(RELEASES);
    await requireFollows(desk);
    await desk.at("2026-12-21T00:10");
    expect(await desk.rows("select state from draw where number = $1", desk.number)).toEqual([{ state: "over" }]);
    expect(await desk.rows("select from draw_person where draw = $1", desk.number)).toEqual([]);
    await requireFollows(desk);
    expect(await doctorsFindings(ownerUrl, world.now, [...BY_WORKERS, ...RULES_BY_HAND])).toEqual([]);
    await desk.mail.close();
  });
});
