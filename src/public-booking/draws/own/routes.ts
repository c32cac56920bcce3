import { z } from "zod";
import { drawGrid } from "../../../draws/public/public-draws.ts";
import { changeDrawWish } from "../../../draws/wishes/change-wish.ts";
import { choiceErrors } from "../../../draws/wishes/choice.ts";
import type { App } from "../../../platform/http/server.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { goOn, sendPage } from "../../frame/requests.ts";
import { type AtLink, partOf } from "../../visit/at-link.ts";
import { type ByLink, sentBy } from "../../visit/by-link.ts";
import { choiceFormIn, choiceOf, pressed } from "../wish/wish-form.ts";
import { comeByLink, confirmWishByLink, isPlaceGone, leaveByLink, loseByLink, withdrawByLink } from "./act-on-wish.ts";
import { changePage } from "./change-page.ts";
import { datesCalendar } from "./dates.ts";
import { leaveDrawPage, OWN_NOTES, type OwnNote, ownDrawWishPage, withdrawnPage, withdrawPage } from "./own-pages.ts";
import { type OwnWish, ownWish, wishAtLink } from "./own-wish.ts";
import { sameInNext } from "./same-in-next.ts";

/** Where the letters of a draw lead: confirmed, changed, withdrawn; a place taken or left. */
export function drawLinkRoutes(
  app: App,
  { db, clock, reader }: PagesDeps,
  { get, post, at, read, write }: ByLink,
): void {
  const shown = (here: AtLink): Promise<OwnWish> => ownWish(db, (work) => read(here, work), clock());
  const toOwn = (here: AtLink, note?: OwnNote): string => `${partOf(here, "draw")}${note ? `?note=${note}` : ""}`;

  const schema = { ...get.schema, querystring: z.looseObject({ note: z.enum(OWN_NOTES).nullish().catch(null) }) };
  app.get("/link/:token/draw", { ...get, schema }, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, ownDrawWishPage(await shown(here), request.query.note ?? null, here));
  });

  app.post("/link/:token/draw/confirm", post, async (request, reply) => {
    const here = at(request);
    await write(here, confirmWishByLink).catch(passIf("draw-closed"));
    return goOn(reply, toOwn(here));
  });

  app.get("/link/:token/draw/change", get, async (request, reply) => {
    const here = at(request);
    const own = await shown(here);
    if (!mayChange(own)) return goOn(reply, toOwn(here));
    const grid = await drawGrid(db.acrossOffices, own.draw.number);
    const { wish, offices } = own;
    const codes = wish.offices.flatMap((id) => grid.offices.find((office) => office.id === id)?.code ?? []);
    const { dayParts, first, others } = wish;
    const form = { dayParts, first, others, offices: codes };
    return sendPage(reply, changePage(own, { form, grid, offices, errors: [], act: null }, here));
  });

  app.post("/link/:token/draw/change", post, async (request, reply) => {
    const here = at(request);
    const own = await shown(here);
    if (!mayChange(own)) return goOn(reply, toOwn(here));
    const { act = "send", ...sent } = sentBy(request);
    const grid = await drawGrid(db.acrossOffices, own.draw.number);
    const form = pressed(choiceFormIn({ ...sent, when: sent.when ?? "" }, grid), act);
    const choice = choiceOf(form, grid);
    const errors = act === "send" ? choiceErrors(choice, grid) : [];
    const page = { form, grid, offices: own.offices, errors, act };
    if (act !== "send" || errors.length > 0)
      return sendPage(reply, changePage(own, page, here), errors.length > 0 ? 422 : 200);
    const isLate = await write(here, async (tx, link, now) =>
      changeDrawWish(tx, (await wishAtLink(tx, link)).at, choice, now),
    ).then(() => false, passIf("draw-closed"));
    return goOn(reply, isLate ? toOwn(here) : toOwn(here, "changed"));
  });

  app.get("/link/:token/draw/withdraw", get, async (request, reply) => {
    const here = at(request);
    const own = await shown(here);
    return own.isOpen ? sendPage(reply, withdrawPage(own, here)) : goOn(reply, toOwn(here));
  });

  app.post("/link/:token/draw/withdraw", post, async (request, reply) => {
    const here = at(request);
    const isLate = await write(here, withdrawByLink).then(() => false, passIf("draw-closed"));
    return isLate ? goOn(reply, toOwn(here)) : sendPage(reply, withdrawnPage(reader));
  });

  app.get("/link/:token/draw/dates.ics", get, async (request, reply) =>
    reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", 'attachment; filename="draw.ics"')
      .send(datesCalendar(await shown(at(request)), reader)),
  );

  app.post("/link/:token/draw/come", post, async (request, reply) => {
    const here = at(request);
    const came = await write(here, comeByLink).then((token) => ({ token }), whatElse);
    if (came === "lost") await write(here, loseByLink);
    return goOn(reply, typeof came === "string" ? toOwn(here, came) : reader.path(ADDRESS.link(came.token, "done")));
  });

  app.get("/link/:token/draw/next", get, async (request, reply) => {
    const here = at(request);
    const own = await shown(here);
    const next = sameInNext(own, await drawGrid(db.acrossOffices, own.draw.number));
    return goOn(reply, next === null ? toOwn(here) : reader.path(next));
  });

  app.get("/link/:token/draw/leave", get, async (request, reply) => {
    const here = at(request);
    const own = await shown(here);
    const canLeave = own.stands === "drawn" || own.stands === "waits";
    return canLeave ? sendPage(reply, leaveDrawPage(own, here)) : goOn(reply, toOwn(here));
  });

  app.post("/link/:token/draw/leave", post, async (request, reply) => {
    const here = at(request);
    await write(here, leaveByLink).catch(passIf("draw-is-visit"));
    return goOn(reply, toOwn(here));
  });
}

const mayChange = ({ isOpen, stands }: OwnWish): boolean => isOpen && stands === "in";

/** What the page that follows says by itself. */
const passIf =
  (code: string) =>
  (error: unknown): true => {
    if (error instanceof Refusal && error.code === code) return true;
    throw error;
  };

/** Why it is no visit of theirs: the place is gone, or it was theirs no more. */
function whatElse(error: unknown): "lost" | "late" {
  if (isPlaceGone(error)) return "lost";
  if (error instanceof Refusal && error.code === "draw-place-over") return "late";
  throw error;
}
