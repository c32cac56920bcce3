import type { App } from "../../../platform/http/server.ts";
import { needsIn, type TypedNeeds } from "../../form/typed.ts";
import { goOn, sendPage } from "../../frame/requests.ts";
import { isTimeGone } from "../../hold/instead.ts";
import { visitRetentionDays } from "../../sql.ts";
import { type AtLink, partOf } from "../at-link.ts";
import { type ByLink, seenVersion, sentBy } from "../by-link.ts";
import { managedVisit } from "../opened.ts";
import { ownVisit } from "../shown.ts";
import { needsByLink } from "./needs.ts";
import { needsPage } from "./needs-page.ts";

/** What is to be ready for a visit. */
export function needsRoutes(app: App, { get, post, at, read, write }: ByLink): void {
  const shown = (here: AtLink) =>
    read(here, async (tx, link, now) => ({
      visit: await ownVisit(tx, link.office, await managedVisit(tx, link, now)),
      keptDays: await visitRetentionDays(tx),
    }));

  app.get("/link/:token/needs", get, async (request, reply) => {
    const here = at(request);
    const { visit, keptDays } = await shown(here);
    return sendPage(reply, needsPage(visit, { keptDays, isTooShort: false }, here));
  });

  app.post("/link/:token/needs", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const leadsToTimes = sent.then === "days";
    const typed = needsIn(sent);
    const wish = { typed: leadsToTimes ? withoutLonger(typed) : typed, version: seenVersion(sent) };
    const isTooShort = await write(here, (tx, link, now) => needsByLink(tx, link, { ...wish, now })).catch((error) => {
      if (isTimeGone(error)) return true;
      throw error;
    });
    if (!isTooShort)
      return goOn(reply, leadsToTimes ? `${partOf(here, "days")}?longer=yes` : `${partOf(here)}?done=needs`);
    const { visit, keptDays } = await shown(here);
    return sendPage(reply, needsPage({ ...visit, needs: [], ...wish.typed }, { keptDays, isTooShort }, here), 409);
  });
}

/** What can be ready at the time that there is: longer is said with another one. */
const withoutLonger = ({ needs = [], ...typed }: TypedNeeds): TypedNeeds => ({
  ...typed,
  needs: needs.filter((need) => need !== "longer-time"),
});
