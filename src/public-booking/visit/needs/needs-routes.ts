import type { App } from "../../../platform/http/server.ts";
import { needsIn } from "../../form/typed.ts";
import { goOn, sendPage } from "../../frame/requests.ts";
import { visitRetentionDays } from "../../sql.ts";
import { partOf } from "../at-link.ts";
import { type ByLink, seenVersion, sentBy } from "../by-link.ts";
import { managedVisit } from "../opened.ts";
import { ownVisit } from "../shown.ts";
import { needsByLink } from "./needs.ts";
import { needsPage } from "./needs-page.ts";

/** What is to be ready for a visit. */
export function needsRoutes(app: App, { get, post, at, read, write }: ByLink): void {
  app.get("/link/:token/needs", get, async (request, reply) => {
    const here = at(request);
    const [visit, days] = await read(here, async (tx, link, now) => [
      await ownVisit(tx, link.office, await managedVisit(tx, link, now)),
      await visitRetentionDays(tx),
    ]);
    return sendPage(reply, needsPage(visit, days, here));
  });

  app.post("/link/:token/needs", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const wish = { typed: needsIn(sent), version: seenVersion(sent) };
    await write(here, (tx, link, now) => needsByLink(tx, link, { ...wish, now }));
    return goOn(reply, `${partOf(here)}?done=needs`);
  });
}
