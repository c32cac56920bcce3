import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { endSession } from "../../identity/citizens/session.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import { canSignIn, type PagesDeps, sessionWays } from "../frame/deps.ts";
import { goOn, markIn, PAGE, type Sent, sendPage } from "../frame/requests.ts";
import { clearSessionToken, sessionHashIn } from "../frame/session-cookie.ts";
import { signedOutOfTaxisnet } from "../taxisnet/routes.ts";
import { addRoutes } from "./add-routes.ts";
import { allSeen } from "./all-seen.ts";
import { listPage } from "./list-page.ts";
import { openOwn, pressedVisit } from "./open.ts";
import { type OwnVisits, ownVisits } from "./own-visits.ts";
import { pastPage } from "./past-page.ts";
import { allSeenPage } from "./seen-page.ts";
import { setOutToSignIn } from "./set-out.ts";
import { ownSignInPage, type SignInNote } from "./sign-in-page.ts";

/** «Τα ραντεβού μου»: for whoever signs in, over all offices, without a letter. */
export function ownVisitsRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const ways = sessionWays(deps);
  if (!canSignIn(ways)) return;
  const get = { ...PAGE, schema: { hide: true, querystring: listQuery } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.mine(), get, (request, reply) => {
    const { added, note } = request.query;
    return ofOwn(request, reply, { areAhead: true, note }, (list, frame) =>
      listPage(list, { ...frame, ways, isAdded: added !== null, now: clock() }, reader),
    );
  });

  app.get(ADDRESS.mine("past"), get, (request, reply) =>
    ofOwn(request, reply, { areAhead: false }, (list, frame) => pastPage(list, frame, reader)),
  );

  app.get(ADDRESS.mine("seen"), get, (request, reply) =>
    ofOwn(request, reply, { areAhead: true }, async (list, frame) =>
      allSeenPage(list, await allSeen(db, list.shown), frame, reader),
    ),
  );

  app.post(ADDRESS.mine(), post, async (request, reply) => {
    const { by } = request.body as Sent;
    return goOn(reply, await setOutToSignIn(deps, { request, reply }, { by, back: reader.path(ADDRESS.mine()) }));
  });

  app.post(ADDRESS.mine("open"), post, async (request, reply) => {
    const { office, id, to } = pressedVisit((request.body as Sent).visit);
    const token = await openOwn(db, sessionHashIn(request), { office, id, now: clock() });
    return token === null ? goOn(reply, overAddress) : goOn(reply, reader.path(ADDRESS.link(token, to)));
  });

  // The government's own session ends too: it would say the same again to the next person.
  app.post(ADDRESS.mine("out"), post, async (request, reply) => {
    const session = sessionHashIn(request);
    const way = session && (await db.write(OF_NATION, (tx) => endSession(tx, session)));
    clearSessionToken(reply);
    const ended = reader.path(ADDRESS.ended);
    return goOn(reply, way === "wallet" ? ended : await signedOutOfTaxisnet(deps, request, ended));
  });

  addRoutes(app, deps);

  const overAddress = `${reader.path(ADDRESS.mine())}?note=over`;

  async function ofOwn(
    request: FastifyRequest & { readonly query: ListQuery },
    reply: FastifyReply,
    { areAhead, note = null }: { readonly areAhead: boolean; readonly note?: SignInNote },
    shown: (list: OwnVisits, frame: Frame) => ReturnType<typeof listPage> | Promise<ReturnType<typeof listPage>>,
  ): Promise<FastifyReply> {
    const session = sessionHashIn(request);
    const page = request.query.page - 1;
    const list = await ownVisits(db, session, { areAhead, page, now: clock() });
    if (list && session) return sendPage(reply, await shown(list, { page, mark: formMark(session) }));
    if (session) clearSessionToken(reply);
    return sendPage(reply, ownSignInPage({ note: session ? "over" : note, ways, mark: markIn(request) }, reader));
  }
}

interface Frame {
  readonly page: number;
  readonly mark: string;
}

const listQuery = z.looseObject({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  added: z.literal("1").nullable().catch(null),
  note: z.literal("over").nullable().catch(null),
});
type ListQuery = z.infer<typeof listQuery>;
