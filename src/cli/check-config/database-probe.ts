import type pg from "pg";
import type { Config } from "../../platform/config.ts";
import { missingIn } from "../../platform/database/migrate.ts";
import { OldProgramError } from "../../platform/database/releases-in-use.ts";
import {
  abilitiesOf,
  greekFault,
  isRestored,
  type Powers,
  powersOf,
  roleFault,
} from "../../platform/database/requirements.ts";
import { writableIn } from "../../platform/database/servers.ts";
import { requireWritable } from "../../platform/database/takes-writes.ts";
import { probeClock } from "./clock-probe.ts";
import { connectTo } from "./connect-to.ts";
import { databaseFault } from "./database-fault.ts";
import { mayMakeRoles, probeOwner } from "./owner-probe.ts";
import { probePooler } from "./pooler-probe.ts";
import { fine, note, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";
import { type LoginRoles, rolesOf } from "./roles-sql.ts";

/** The program's own way to the database, then the owner's, the pooler's, and its clock. */
export async function probeDatabase(config: Config): Promise<readonly ProbeResult[]> {
  const given = config.DATABASE_DIRECT_URL ?? config.DATABASE_URL;
  const target: ProbeTarget = {
    probe: "database",
    setting: config.DATABASE_DIRECT_URL ? "DATABASE_DIRECT_URL" : "DATABASE_URL",
  };
  if (!given) return [note(target, "embedded")];
  let client: pg.Client | null = null;
  try {
    const url = await writableIn(given);
    client = await connectTo(url);
    await requireWritable(client);
    const own = await probeLogin(config, target, client, url);
    const owner = await probeOwner(config, client);
    const pooler = own.some(isInTheWay) ? [] : await probePooler(config, client);
    return [...own, ...owner, ...pooler, await probeClock(client)];
  } catch (error) {
    return [databaseFault(target, error)];
  } finally {
    await client?.end();
  }
}

/** No connection of the program's would begin. */
const isInTheWay = ({ is, code }: ProbeResult): boolean =>
  is === "wrong" || code === "roles-missing" || code === "no-member";

async function probeLogin(
  config: Config,
  target: ProbeTarget,
  client: pg.Client,
  url: string,
): Promise<readonly ProbeResult[]> {
  const abilities = await abilitiesOf(client);
  const unfit = greekFault(abilities);
  if (unfit) return [wrong(target, unfit.code, { encoding: abilities.encoding })];
  const roles = await rolesOf(client);
  if (roles.missing.length > 0 || !roles.isMember) {
    // An owner who may makes up for it at the start.
    const tell = (await mayMakeRoles(config)) ? note : wrong;
    return roles.missing.length > 0
      ? [tell(target, "roles-missing", { roles: roles.missing.join(", ") })]
      : [tell(target, "no-member", { login: roles.login })];
  }
  const results = [
    ...tooMighty(config, target, await powersOf(client, "session_user")),
    ...(await probeTables(target, client, url)),
    ...tooMany(config, roles),
  ];
  if (results.length > 0) return results;
  const version = `${Math.floor(abilities.version / 10_000)}.${abilities.version % 10_000}`;
  return [fine(target, "database-fine", { version, login: roles.login })];
}

/** In a trial the owner may well be the program's login. */
function tooMighty({ NODE_ENV }: Config, target: ProbeTarget, powers: Powers): readonly ProbeResult[] {
  const fault = roleFault(powers);
  const tell = NODE_ENV === "production" ? wrong : note;
  return fault ? [tell(target, fault.code, { login: powers.role })] : [];
}

async function probeTables(target: ProbeTarget, client: pg.Client, url: string): Promise<readonly ProbeResult[]> {
  if (!(await isRestored(client))) return [wrong(target, "half-restored")];
  const missing = await missingIn(url).catch((error) => {
    if (error instanceof OldProgramError) return null;
    throw error;
  });
  if (missing === null) return [wrong(target, "program-too-old")];
  return missing.length > 0 ? [note(target, "not-migrated", { number: missing.length })] : [];
}

/** A pooler's connections to the server are its own affair. */
function tooMany(config: Config, { connections }: LoginRoles): readonly ProbeResult[] {
  if (config.DATABASE_DIRECT_URL || config.DATABASE_POOL_SIZE < connections) return [];
  const values = { size: config.DATABASE_POOL_SIZE, most: connections };
  return [wrong({ probe: "database", setting: "DATABASE_POOL_SIZE" }, "pool-too-large", values)];
}
