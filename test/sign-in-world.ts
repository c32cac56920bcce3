import type { AddressInfo } from "node:net";
import { recordSignIn } from "../src/audit/sign-ins.ts";
import type { IdentityDeps } from "../src/identity/deps.ts";
import { directoryOf } from "../src/identity/directory/configured.ts";
import { providerOf } from "../src/identity/provider/configured.ts";
import { identityRoutes } from "../src/identity/routes.ts";
import { createOpenSessions } from "../src/identity/session-cache.ts";
import { createHub } from "../src/live/hub.ts";
import { type Config, readConfig } from "../src/platform/config.ts";
import { createServer } from "../src/platform/http/create-server.ts";
import { createLogger } from "../src/platform/log.ts";
import { type StandIns, startStandIns } from "../trial/stand-ins/stand-ins.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { asOwner, type FreshDatabase, freshDatabase } from "./database.ts";

/** For tests of signing in: a database with three offices, the stand-ins, and a listening application whose clock we hold. */
export interface SignInWorld {
  readonly origin: string;
  readonly database: FreshDatabase;
  readonly standIns: StandIns;
  readonly deps: IdentityDeps;
  now: Temporal.Instant;
  browser(): Browser;
  rows<Row extends object>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");

const OFFICES = `insert into office (code, name, municipality, is_example) values
  ('9901', 'ΚΕΠ Νέας Αυγής', 'Νέας Αυγής', true), ('9902', 'ΚΕΠ Πέτρινου Γιαλού', 'Πέτρινου Γιαλού', true),
  ('9903', 'ΚΕΠ Μικρής Βρύσης', 'Μικρής Βρύσης', true)`;

export async function aSignInWorld(env: Readonly<Record<string, string>> = {}): Promise<SignInWorld> {
  const database = await freshDatabase();
  await asOwner(database.ownerUrl, OFFICES);
  const wanted = readConfig({ NODE_ENV: "test", ...env });
  const standIns = await startStandIns(wanted);
  const config: Config = { ...wanted, ...standIns.settings };
  const world = { database, standIns, now: NOW } as { -readonly [Name in keyof SignInWorld]: SignInWorld[Name] };
  const log = createLogger("silent");
  const common = { db: database.db, clock: () => world.now, log };
  const directory = directoryOf(config, common);
  world.deps = { ...common, config, provider: providerOf(config), directory, trial: true };
  const app = await createServer({ config, logger: log, formTargets: world.deps.provider.origins });
  // Hears nothing, and so remembers nobody: tests write by their own hand.
  const sessions = createOpenSessions(database.db, createHub({ onRuling: () => {}, onLetter: () => {} }));
  await identityRoutes(app, { ...world.deps, sessions, onSession: recordSignIn });
  await app.listen({ port: 0, host: "127.0.0.1" });
  world.origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  world.browser = () => openBrowser(world.origin);
  world.rows = (sql) => asOwner(database.ownerUrl, sql);
  world.close = async () => {
    await app.close();
    await standIns.stop();
    await database.drop();
  };
  return world;
}
