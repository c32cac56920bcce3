import type { OfficeChanges } from "../live/follow-offices.ts";
import { serveHashedAssets } from "../platform/http/hashed-assets.ts";
import type { App } from "../platform/http/server.ts";
import { bookingRoutes } from "./booking-routes.ts";
import { bringRoutes } from "./bring/routes.ts";
import { createRecentOffers } from "./choose/recent-offers.ts";
import { checkRoutes } from "./fill/check-routes.ts";
import { sentRoutes } from "./fill/sent-routes.ts";
import { whoRoutes } from "./fill/who-routes.ts";
import type { FirstTimes } from "./find/first-times/first-times.ts";
import { NEAR_SCRIPT } from "./find/near-me.ts";
import { createRecentPages } from "./find/recent-pages.ts";
import { finderRoutes } from "./find/routes.ts";
import { togetherRoutes } from "./find/together/together-routes.ts";
import type { CitizensDeps } from "./frame/deps.ts";
import { HOLD_SCRIPT } from "./frame/hold-bar.ts";
import { STYLE } from "./frame/styles.ts";
import { PROVE_SCRIPT } from "./hoarding/ask-page.ts";
import { createAskers } from "./hoarding/askers.ts";
import { inEachLanguage } from "./languages/in-each-language.ts";
import { notifyRoutes } from "./notify/ask-routes.ts";
import { openDataRoutes } from "./open-data/routes.ts";
import { openDataPageRoutes } from "./open-data/statistics/page-routes.ts";
import { ownVisitsRoutes } from "./own-visits/routes.ts";
import { taxisnetCallback } from "./taxisnet/callback-route.ts";
import { taxisnetRoutes } from "./taxisnet/routes.ts";
import { visitRoutes } from "./visit/routes.ts";
import { walletAnswerRoutes } from "./wallet/answer-routes.ts";
import { walletBackRoute } from "./wallet/back-route.ts";
import { walletMoveRoutes } from "./wallet/move-routes.ts";
import { walletRoutes } from "./wallet/routes.ts";

/** Citizens book for themselves (circular, second phase): pages made here, complete without a script, in each language. */
export async function citizensRoutes(
  app: App,
  deps: CitizensDeps & { readonly firstTimes: FirstTimes; readonly changes: OfficeChanges },
): Promise<void> {
  const offers = createRecentOffers(deps.lookDb, deps.changes);
  const recent = createRecentPages(deps.changes);
  const askers = createAskers(deps.db, deps.clock);
  serveHashedAssets(app, [STYLE, HOLD_SCRIPT, NEAR_SCRIPT, PROVE_SCRIPT]);
  await inEachLanguage(app, deps, (pages, reader) => {
    togetherRoutes(pages, { ...deps, reader });
    bringRoutes(pages, { ...deps, reader });
    finderRoutes(pages, { ...deps, reader, recent });
    bookingRoutes(pages, { ...deps, reader, askers, offers });
    notifyRoutes(pages, { ...deps, reader });
    whoRoutes(pages, { ...deps, reader });
    checkRoutes(pages, { ...deps, reader });
    sentRoutes(pages, { ...deps, reader });
    taxisnetRoutes(pages, { ...deps, reader });
    walletRoutes(pages, { ...deps, reader });
    walletMoveRoutes(pages, { ...deps, reader });
    visitRoutes(pages, { ...deps, reader });
    ownVisitsRoutes(pages, { ...deps, reader });
    openDataPageRoutes(pages, { ...deps, reader });
  });
  await app.register(async (data) => openDataRoutes(data as App, deps));
  await app.register(async (pages) => taxisnetCallback(pages as App, deps));
  await app.register(async (pages) => walletBackRoute(pages as App, deps));
  await app.register(async (answers) => walletAnswerRoutes(answers as App, deps));
}
