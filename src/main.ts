import type { Logger } from "pino";
import { type AppDeps, buildApp } from "./app.ts";
import { startLookingAhead } from "./appointments/first-free/look-ahead.ts";
import { startFilling } from "./appointments/names/fill-words.ts";
import { keysIn } from "./audit/seal/keys.ts";
import { measureSealing } from "./audit/seal/measure.ts";
import { startSealing } from "./audit/seal/start-sealing.ts";
import { startForgettingMissed } from "./catalogue/missed/forget-missed.ts";
import { directoryOf } from "./identity/directory/configured.ts";
import { providerOf } from "./identity/provider/configured.ts";
import { walletOf } from "./identity/wallet/configured.ts";
import { startFetchingLists } from "./identity/wallet/fetch-lists.ts";
import { measureWallet } from "./identity/wallet/measure.ts";
import { type Letters, startLetters } from "./mail/start-letters.ts";
import { startMeasuring } from "./measures/measure-days.ts";
import { startPublishing } from "./measures/open-data/publish.ts";
import { startSweeping } from "./ministry/sweep.ts";
import { receiversOf } from "./partners/webhooks/deliver.ts";
import { measureNotices, startNotifying } from "./partners/webhooks/start-notifying.ts";
import { type Config, riskyChoices } from "./platform/config.ts";
import type { OpenDatabase } from "./platform/database/connect.ts";
import { openToServe } from "./platform/database/open-to-serve.ts";
import { createOutage } from "./platform/database/outage.ts";
import { logStandby } from "./platform/database/standby/log-standby.ts";
import { openStandby } from "./platform/database/standby/standby.ts";
import { dropRoot } from "./platform/drop-root.ts";
import { startForgetting } from "./platform/http/forget-answers.ts";
import { serveMetrics } from "./platform/http/metrics.ts";
import { BUILT_PAGES } from "./platform/http/pages.ts";
import type { App } from "./platform/http/server.ts";
import { measureJobs } from "./platform/jobs/states.ts";
import { createLogger } from "./platform/log.ts";
import { type Clock, systemClock } from "./platform/time.ts";
import { startOffering } from "./public-booking/earlier/offer-places.ts";
import { startReleasing } from "./public-booking/hold/start-releasing.ts";
import { startCountingNetworks } from "./public-booking/networks/count-networks.ts";
import { startAnonymizing } from "./retention/anonymize.ts";
import { startSettling } from "./search/settle.ts";
import { openTrial } from "./trial.ts";
import { welcome } from "./welcome.ts";

/** From configuration to a listening server; stops in reverse, also when a later part can't start. */
export async function serve(given: Config, clock: Clock = systemClock): Promise<void> {
  // Heard from the start: a server told to stop while it starts still puts everything away.
  const stopped = stopSignal();
  const outage = createOutage();
  const log = createLogger(given.NODE_ENV === "development" ? "warn" : "info", undefined, outage.covers);
  for (const risk of riskyChoices(given)) log.warn(risk);
  const trial = await openTrial(given);
  const stops = [() => trial.stop()];
  try {
    const config = { ...given, ...trial.settings };
    const database = await openToServe(config, log);
    stops.push(() => database.close());
    const standby = config.READ_DATABASE_URL ? openStandby(config.READ_DATABASE_URL, config) : null;
    if (standby) {
      stops.push(() => standby.stop());
      logStandby(standby, log);
    }
    outage.watch(log, () => database.pool.query("select"));
    stops.push(async () => outage.stop());
    const work = { db: database.app, clock, log };
    const wallet = walletOf(config);
    // Before the jobs: none meets offices that are half made.
    const furnishing = await trial.furnish(database, { config, clock, log });
    if (furnishing) stops.push(() => furnishing.stop());
    const sweeping = startSweeping(work);
    const sealing = startSealing({ ...work, keys: keysIn(config.AUDIT_KEY) });
    const jobs = [
      sweeping,
      sealing,
      startSettling(work),
      startFilling(work),
      startForgetting(work),
      startForgettingMissed(work),
      startCountingNetworks(work),
      startAnonymizing(work),
      startMeasuring(work),
      startPublishing(work),
      startLookingAhead(work),
      startReleasing(work),
      startOffering(work),
      startFetchingLists({ ...work, settings: wallet }),
    ];
    for (const job of jobs) stops.push(() => job.stop());
    let letters: Letters | undefined;
    const app = await startApp(config, database, log, {
      clock,
      standby,
      trial: trial.isInvented,
      onRuling: sweeping.wake,
      onLetter: () => letters?.wake(),
      onRecord: sealing.wake,
    });
    stops.push(() => app.close());
    const { metrics: registry } = app;
    measureSealing({ ...work, metrics: registry });
    if (wallet) measureWallet({ ...work, metrics: registry }, wallet);
    measureJobs(database.app, registry);
    letters = startLetters(config, { ...work, metrics: registry });
    stops.push(letters.stop);
    const notifying = startNotifying({ ...work, receivers: receiversOf(config) });
    stops.push(() => notifying.stop());
    measureNotices(work, registry);
    const metrics = await serveMetrics(registry, config);
    stops.push(() => metrics.stop());
    // An embedded database that has to be started again needs root, to start it as another account.
    if (config.DATABASE_URL) await dropRoot({ folder: BUILT_PAGES, file: config.DIRECTORY_FILE }, log);
    process.stdout.write(welcome(config, app.server.address(), metrics.address, trial.introduction));
    await stopped;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Whoever finds no room here is not refused but left to try for seconds; requests are shed where they can be told so. */
const BACKLOG = 4_096;

async function startApp(
  config: Config,
  database: OpenDatabase,
  log: Logger,
  beside: Pick<AppDeps, "clock" | "standby" | "trial" | "onRuling" | "onLetter" | "onRecord">,
): Promise<App> {
  const { app: db, pool, notices } = database;
  const deps = { db, pool, notices, config, log, ...beside };
  const app = await buildApp({ ...deps, provider: providerOf(config), directory: directoryOf(config, deps) });
  await app.listen({ port: config.PORT, host: config.HOST, backlog: BACKLOG }).catch((cause) => {
    throw new Error(`Port ${config.PORT} of ${config.HOST} can't be opened: set PORT and HOST, or end who has it.`, {
      cause,
    });
  });
  return app;
}

/** A second signal changes nothing: a terminal's Ctrl-C comes twice, from the terminal and from npm. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGTERM", () => resolve());
    process.on("SIGINT", () => resolve());
  });
}
