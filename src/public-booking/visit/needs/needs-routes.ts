import { workingDaysFrom } from "../../../offices/interpreters/require-interpreter.ts";
import type { App } from "../../../platform/http/server.ts";
import { type FieldError, Refusal } from "../../../platform/refusal.ts";
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
      holidays: (await workingDaysFrom(tx, now)).holidays,
      now,
    }));

  app.get("/link/:token/needs", get, async (request, reply) => {
    const here = at(request);
    const { visit, ...rest } = await shown(here);
    return sendPage(reply, needsPage(visit, { ...rest, isTooShort: false, fault: null }, here));
  });

  app.post("/link/:token/needs", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const leadsToTimes = sent.then === "days";
    const typed = needsIn(sent);
    const wish = { typed: leadsToTimes ? withoutLonger(typed) : typed, version: seenVersion(sent) };
    const refused = await write(here, (tx, link, now) => needsByLink(tx, link, { ...wish, now })).catch((error) => {
      const fault = interpreterFaultIn(error);
      if (fault || isTimeGone(error)) return { fault, isTooShort: fault === null };
      throw error;
    });
    if (!refused)
      return goOn(reply, leadsToTimes ? `${partOf(here, "days")}?longer=yes` : `${partOf(here)}?done=needs`);
    const { visit, ...rest } = await shown(here);
    const { interpreter = null, needs = [] } = typed;
    const page = needsPage({ ...visit, interpreter, needs: [...needs] }, { ...rest, ...refused }, here);
    return sendPage(reply, page, refused.fault ? 422 : 409);
  });
}

/** Null: it was refused for something else. */
const interpreterFaultIn = (error: unknown): FieldError | null =>
  (error instanceof Refusal && error.details.errors?.find(({ field }) => field === "interpreter")) || null;

/** What can be ready at the time that there is: longer is said with another one. */
const withoutLonger = ({ needs = [], ...typed }: TypedNeeds): TypedNeeds => ({
  ...typed,
  needs: needs.filter((need) => need !== "longer-time"),
});
