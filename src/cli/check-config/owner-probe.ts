import type pg from "pg";
import type { Config } from "../../platform/config.ts";
import { writableIn } from "../../platform/database/servers.ts";
import { connectTo } from "./connect-to.ts";
import { databaseFault } from "./database-fault.ts";
import { fine, note, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";
import { identityOf, makesRoles, ownersRightsOf } from "./roles-sql.ts";

const TARGET: ProbeTarget = { probe: "owner", setting: "DATABASE_OWNER_URL" };

/** Of who migrates: the same database as the program's, and the rights that migrations need. */
export async function probeOwner(config: Config, program: pg.Client): Promise<readonly ProbeResult[]> {
  if (!config.DATABASE_OWNER_URL) return [note(TARGET, "no-owner")];
  let client: pg.Client | null = null;
  try {
    client = await connectTo(await writableIn(config.DATABASE_OWNER_URL));
    if ((await identityOf(client)) !== (await identityOf(program))) return [wrong(TARGET, "other-database")];
    const { owner, maySeeAll, mayCreate, isDefiner, mayExtend } = await ownersRightsOf(client);
    const lacks: ProbeResult[] = [];
    if (!maySeeAll || !mayCreate) lacks.push(wrong(TARGET, "no-owner-of-it", { owner }));
    if (isDefiner === false) lacks.push(wrong(TARGET, "no-definer", { owner }));
    if (!mayExtend) lacks.push(wrong(TARGET, "no-extension"));
    return lacks.length > 0 ? lacks : [fine(TARGET, "owner-fine", { owner })];
  } catch (error) {
    return [databaseFault(TARGET, error)];
  } finally {
    await client?.end();
  }
}

/** Whether the owner's login makes roles and admits the program's by itself; one that can't be reached makes none. */
export async function mayMakeRoles({ DATABASE_OWNER_URL: url }: Config): Promise<boolean> {
  if (!url) return false;
  const client = await writableIn(url)
    .then(connectTo, () => null)
    .catch(() => null);
  return client ? makesRoles(client).finally(() => client.end()) : false;
}
