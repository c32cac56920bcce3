import type { FastifyRequest } from "fastify";
import { drawGrid } from "../../../draws/public/public-draws.ts";
import type { DrawWishAt } from "../../../draws/wishes/change-wish.ts";
import { kindBound } from "../../../draws/wishes/most-people.ts";
import { wishOfOwner } from "../../../draws/wishes/own-wish.ts";
import { type PagesDeps, sessionWays } from "../../frame/deps.ts";
import { markIn, type Sent } from "../../frame/requests.ts";
import { sessionHashIn } from "../../frame/session-cookie.ts";
import { signedIn } from "../../own-visits/own-visits-sql.ts";
import { drawNumberIn, drawView } from "../draw-view.ts";
import { pressed, type WishForm, wishFormIn } from "./wish-form.ts";
import type { WishPage } from "./wish-pages.ts";

/** What a page of a wish that is being written knows. */
export interface OpenWish {
  readonly page: WishPage;
  /** What whoever is signed in asks of the draw already; null: nothing, or nobody is */
  readonly own: DrawWishAt | null;
  readonly session: Buffer | null;
  readonly now: Temporal.Instant;
}

/** @returns null where the draw takes no wishes now. @throws Refusal 404 */
export async function openWish(deps: PagesDeps, request: FastifyRequest, sent: Sent): Promise<OpenWish | null> {
  const { db, clock } = deps;
  const now = clock();
  const seen = await drawView(db, drawOfRequest(request), now);
  if (seen.draw.stands !== "open") return null;
  const session = sessionHashIn(request);
  const [grid, byEmail, person] = await Promise.all([
    drawGrid(db.acrossOffices, seen.draw.number),
    kindBound(db.acrossOffices, seen.draw, "email"),
    session && signedIn(db.nation, session, now),
  ]);
  const own = person && (await wishOfOwner(db.nation, seen.draw.number, person.mark));
  const page: WishPage = {
    seen,
    grid,
    byEmail,
    person,
    errors: [],
    note: null,
    act: null,
    form: formIn(sent, grid),
    ways: sessionWays(deps),
    mark: markIn(request),
  };
  return { page, own, session, now };
}

/** @throws Refusal 404 */
export const drawOfRequest = ({ params }: FastifyRequest): number =>
  drawNumberIn((params as { readonly draw: string }).draw);

/** With what was pressed. */
function formIn(sent: Sent, grid: WishPage["grid"]): WishForm {
  const { act = "", people = "1" } = sent;
  const [what, count = ""] = act.split(" ");
  return pressed(wishFormIn({ ...sent, people: what === "people" ? count : people }, grid), act);
}
