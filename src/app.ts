import type { FastifyRequest } from "fastify";
import type pg from "pg";
import * as appointments from "./appointments/contract.ts";
import { createDayCache } from "./appointments/day/day-cache.ts";
import { createAvailabilityCache } from "./appointments/place/availability-cache.ts";
import { appointmentRoutes } from "./appointments/routes.ts";
import * as audit from "./audit/contract.ts";
import { recordRefusals } from "./audit/refusals.ts";
import { auditRoutes } from "./audit/routes.ts";
import { recordSignIn } from "./audit/sign-ins.ts";
import { recordViews } from "./audit/views.ts";
import * as catchUp from "./catch-up/contract.ts";
import { catchUpRoutes } from "./catch-up/routes.ts";
import * as diary from "./diary/contract.ts";
import { diaryRoutes } from "./diary/routes.ts";
import * as entrance from "./entrance/contract.ts";
import { displayPages } from "./entrance/display/routes.ts";
import { ENTRANCE_OPERATIONS } from "./entrance/operations.ts";
import { placePages } from "./entrance/place/routes.ts";
import * as printer from "./entrance/printer/contract.ts";
import { PRINTER_OPERATIONS } from "./entrance/printer/operations.ts";
import { printerRoutes } from "./entrance/printer/routes.ts";
import { entranceRoutes } from "./entrance/routes.ts";
import { entrancePages } from "./entrance/screen/routes.ts";
import { authenticate } from "./identity/authenticate.ts";
import * as identity from "./identity/contract.ts";
import type { IdentityDeps, SessionStarted } from "./identity/deps.ts";
import { citizensProviderOf } from "./identity/provider/configured.ts";
import { identityRoutes } from "./identity/routes.ts";
import { createOpenSessions } from "./identity/session-cache.ts";
import { sessionTokenIn } from "./identity/sign-in/cookies.ts";
import { sessionOf } from "./identity/signed-in-first.ts";
import { walletOf } from "./identity/wallet/configured.ts";
import { createWalletLists } from "./identity/wallet/lists.ts";
import * as inVain from "./in-vain/contract.ts";
import { nationalInVainRoutes } from "./in-vain/national/routes.ts";
import { inVainRoutes } from "./in-vain/routes.ts";
import * as live from "./live/contract.ts";
import { followOffices } from "./live/follow-offices.ts";
import type { Workers } from "./live/hub.ts";
import { createOfficeLists } from "./live/office-lists.ts";
import { liveRoutes } from "./live/routes.ts";
import { startHub } from "./live/start-hub.ts";
import * as mail from "./mail/contract.ts";
import { mailRoutes } from "./mail/routes.ts";
import * as measures from "./measures/contract.ts";
import * as national from "./measures/national/contract.ts";
import { NATIONAL_FIGURES_OPERATIONS } from "./measures/national/operations.ts";
import { nationalFiguresRoutes } from "./measures/national/routes.ts";
import { keepPromises } from "./measures/promises/promise-notes.ts";
import { measuresRoutes } from "./measures/routes.ts";
import * as ministry from "./ministry/contract.ts";
import { MINISTRY_OPERATIONS } from "./ministry/operations.ts";
import { ministryRoutes } from "./ministry/routes.ts";
import * as words from "./ministry/words/contract.ts";
import { WORDS_OPERATIONS } from "./ministry/words/operations.ts";
import * as offices from "./offices/contract.ts";
import { officeRoutes } from "./offices/routes.ts";
import * as onboarding from "./onboarding/contract.ts";
import { noticeSignIn } from "./onboarding/notice-step.ts";
import { onboardingRoutes } from "./onboarding/routes.ts";
import { OPERATIONS } from "./operations.ts";
import * as overview from "./overview/contract.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { isPageAddress, isStaffAddress } from "./page-addresses.ts";
import * as paper from "./paper/contract.ts";
import { paperRoutes } from "./paper/routes.ts";
import * as partners from "./partners/contract.ts";
import { PARTNER_OPERATIONS, PARTNER_WEBHOOKS } from "./partners/operations.ts";
import { partnersRoutes } from "./partners/routes.ts";
import { lookDatabase } from "./platform/database/standby/look-database.ts";
import { measureStandby } from "./platform/database/standby/measure-standby.ts";
import type { Standby } from "./platform/database/standby/standby.ts";
import { compression } from "./platform/http/compression.ts";
import { openApi } from "./platform/http/contract/openapi.ts";
import { createServer } from "./platform/http/create-server.ts";
import { healthRoutes } from "./platform/http/health.ts";
import { measurePool } from "./platform/http/metrics.ts";
import { BUILT_PAGES, pages } from "./platform/http/pages.ts";
import { securityContactRoute } from "./platform/http/security-contact.ts";
import type { App } from "./platform/http/server.ts";
import { wakeJob } from "./platform/jobs/start-job.ts";
import type { Notices } from "./platform/notices/notices.ts";
import * as proposals from "./proposals/contract.ts";
import { callLater } from "./proposals/notify.ts";
import { proposalRoutes } from "./proposals/routes.ts";
import { createFirstTimes } from "./public-booking/find/first-times/first-times.ts";
import { unknownPage } from "./public-booking/frame/unknown-page.ts";
import * as hoarding from "./public-booking/hoarding/contract.ts";
import { HOARDING_OPERATIONS } from "./public-booking/hoarding/operations.ts";
import { hoardingRoutes } from "./public-booking/hoarding/routes.ts";
import { keepTally } from "./public-booking/hoarding/tally.ts";
import { createOfferedLanguages } from "./public-booking/languages/offered-languages.ts";
import { keepNetworkActs } from "./public-booking/networks/network-acts.ts";
import * as wishes from "./public-booking/notify/contract.ts";
import { wishCountRoutes } from "./public-booking/notify/count-routes.ts";
import { WISH_OPERATIONS } from "./public-booking/notify/operations.ts";
import * as openData from "./public-booking/open-data/contract.ts";
import { OPEN_DATA_OPERATIONS } from "./public-booking/open-data/operations.ts";
import * as openStatistics from "./public-booking/open-data/statistics/contract.ts";
import { citizensRoutes } from "./public-booking/routes.ts";
import { CALENDAR_FEEDS } from "./public-booking/visit/calendar/operations.ts";
import * as queues from "./queues/contract.ts";
import { queueRoutes } from "./queues/routes.ts";
import * as retention from "./retention/contract.ts";
import { retentionRoutes } from "./retention/routes.ts";
import * as search from "./search/contract.ts";
import { searchRoutes } from "./search/routes.ts";
import * as waiting from "./waiting/contract.ts";
import { waitingRoutes } from "./waiting/routes.ts";
import { waitingVisitRoutes } from "./waiting/visit-routes.ts";

export interface AppDeps extends IdentityDeps, Workers {
  readonly pool: pg.Pool;
  /** By which `db` announces what is committed */
  readonly notices: Notices;
  /** Where looks are made; none: at the primary */
  readonly standby?: Standby | null;
  /** Hears that something may have been recorded in the audit */
  onRecord(): void;
}

/** Whose schemas the published contract is made of. */
const MODULES = {
  appointments,
  audit,
  catchUp,
  diary,
  entrance,
  identity,
  inVain,
  live,
  mail,
  ministry,
  offices,
  hoarding,
  onboarding,
  openData,
  openStatistics,
  measures,
  national,
  overview,
  paper,
  partners,
  printer,
  proposals,
  queues,
  retention,
  search,
  waiting,
  wishes,
  words,
};

/** The table of contents: what the program answers, module by module. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const taxisnet = citizensProviderOf(deps.config);
  const settings = walletOf(deps.config);
  const wallet = settings && { settings, lists: createWalletLists(deps.db, settings) };
  const formTargets = [...deps.provider.origins, ...(taxisnet?.origins ?? [])];
  const app = await createServer({ config: deps.config, logger: deps.log, formTargets });
  await compression(app);
  await openApi(app, {
    operations: {
      ...OPERATIONS,
      ...ENTRANCE_OPERATIONS,
      ...PRINTER_OPERATIONS,
      ...MINISTRY_OPERATIONS,
      ...NATIONAL_FIGURES_OPERATIONS,
      ...WORDS_OPERATIONS,
      ...OPEN_DATA_OPERATIONS,
      ...HOARDING_OPERATIONS,
      ...WISH_OPERATIONS,
      ...PARTNER_OPERATIONS,
    },
    webhooks: PARTNER_WEBHOOKS,
    feeds: CALENDAR_FEEDS,
    modules: MODULES,
  });
  healthRoutes(app, deps.pool);
  securityContactRoute(app, deps.config, deps.clock);
  measurePool(app.metrics, deps.pool);
  const hub = startHub(app, deps.notices, deps);
  const changes = followOffices(hub);
  const sessions = createOpenSessions(deps.db, hub);
  await identityRoutes(app, { ...deps, sessions, onSession: signedIn });
  recordViews(app, deps);
  recordRefusals(app, deps);
  app.addHook("onResponse", async () => deps.onRecord());
  const staff = {
    db: deps.db,
    clock: deps.clock,
    authenticate: async (request: FastifyRequest) => sessionOf(request).actor,
  };
  await officeRoutes(app, staff);
  await onboardingRoutes(app, staff);
  await appointmentRoutes(app, {
    ...staff,
    callLater,
    readDay: createDayCache(deps.db, changes),
    readAvailability: createAvailabilityCache(deps.db, changes),
  });
  const lists = createOfficeLists(changes);
  await waitingRoutes(app, { ...staff, lists });
  await waitingVisitRoutes(app, staff);
  await inVainRoutes(app, staff);
  await nationalInVainRoutes(app, staff);
  await entranceRoutes(app, staff);
  await auditRoutes(app, staff);
  await searchRoutes(app, staff);
  await queueRoutes(app, staff);
  await proposalRoutes(app, { ...staff, lists });
  await mailRoutes(app, { ...staff, lists, relay: deps.config });
  await ministryRoutes(app, staff);
  await retentionRoutes(app, staff);
  await measuresRoutes(app, staff);
  await nationalFiguresRoutes(app, staff);
  await overviewRoutes(app, staff);
  await liveRoutes(app, {
    ...staff,
    hub,
    changes,
    notices: deps.notices,
    authenticate: (request) => authenticate({ ...deps, sessions }, request),
  });
  hub.follow({ onNotice: (notice) => notice.kind === "job" && wakeJob(deps.db, notice.job), onHearing: () => {} });
  await diaryRoutes(app, staff);
  await catchUpRoutes(app, staff);
  await paperRoutes(app, { ...staff, trial: deps.trial ?? false });
  const onLook = measureStandby(app, deps.standby ?? null);
  const lookDb = deps.standby ? lookDatabase(deps.db, deps.standby, changes, onLook) : deps.db;
  const citizens = {
    ...deps,
    lookDb,
    trial: deps.trial ?? false,
    offered: createOfferedLanguages(lookDb, hub),
    firstTimes: createFirstTimes(lookDb, hub),
    promises: keepPromises(app, deps),
  };
  await entrancePages(app, citizens);
  await placePages(app, { ...citizens, notices: hub });
  await displayPages(app, { ...citizens, notices: hub });
  await app.register(async (part) => printerRoutes(part as App, citizens));
  const tally = keepTally(app, deps);
  await hoardingRoutes(app, staff, tally);
  await wishCountRoutes(app, staff);
  await citizensRoutes(app, { ...citizens, taxisnet, wallet, tally, networks: keepNetworkActs(app, deps), changes });
  await partnersRoutes(app, { ...staff, config: deps.config });
  await pages(app, BUILT_PAGES, {
    isPage: isPageAddress,
    isOfApplication: isStaffAddress,
    unknownPage: unknownPage(citizens),
    hasSession: (request) => sessionTokenIn(request) !== undefined,
    trial: deps.trial ?? false,
  });
  return app;
}

/** A sign-in stands in the audit, and is the first of the four actions by which an office joins. */
const signedIn: SessionStarted = async (tx, session, now) => {
  await recordSignIn(tx, session, now);
  await noticeSignIn(tx, session.employeeId, now);
};
