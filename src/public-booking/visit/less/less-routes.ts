import type { App } from "../../../platform/http/server.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { goOn, type Sent, sendPage } from "../../frame/requests.ts";
import { partOf } from "../at-link.ts";
import { type ByLink, seenVersion, sentBy } from "../by-link.ts";
import { managedVisit } from "../opened.ts";
import { ownVisit } from "../shown.ts";
import { lessByLink } from "./less.ts";
import { lessPage } from "./less-page.ts";

/** Not all of a visit is needed any more. */
export function lessRoutes(app: App, { get, post, at, read, write }: ByLink): void {
  app.get("/link/:token/less", get, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, lessPage(await read(here, shown), null, here));
  });

  app.post("/link/:token/less", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const gone = goneIn(sent);
    if (gone.length === 0) return sendPage(reply, lessPage(await read(here, shown), { why: "none", gone }, here), 422);
    const { was = "" } = sent;
    const version = seenVersion(sent);
    const isDone = await write(here, (tx, link, now) => lessByLink(tx, link, { was, gone, version, now })).catch(
      nullIfNameStays,
    );
    if (isDone === null) return sendPage(reply, lessPage(await read(here, shown), { why: "name", gone }, here), 409);
    return goOn(reply, isDone ? `${partOf(here)}?done=less` : partOf(here, "cancel"));
  });
}

const shown = async (...[tx, link, now]: Parameters<Parameters<ByLink["read"]>[1]>) =>
  ownVisit(tx, link.office, await managedVisit(tx, link, now));

/** The page says so, with what was ticked. */
function nullIfNameStays(error: unknown): null {
  if (error instanceof Refusal && error.code === "name-stays") return null;
  throw error;
}

const goneIn = (sent: Sent): (readonly [number, number])[] =>
  Object.keys(sent).flatMap((name) => {
    const [, person, place] = /^gone-([0-3])-([0-2])$/.exec(name) ?? [];
    return person && place ? [[Number(person), Number(place)] as const] : [];
  });
