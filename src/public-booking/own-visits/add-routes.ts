import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage } from "../frame/requests.ts";
import { sessionHashIn } from "../frame/session-cookie.ts";
import { limitSearches, searchIn, typedSearch } from "../visit/find/find-routes.ts";
import { addByCode } from "./add.ts";
import { addPage, NOTHING_TYPED } from "./add-page.ts";
import { type SignedIn, signedIn } from "./own-visits-sql.ts";

const HOUR = 60;
/** Whoever is identified, from however many addresses */
const MOST_BY_PERSON = 20;

/** «Προσθήκη ραντεβού που δεν φαίνεται»: answered alike, found or not. */
export function addRoutes(app: App, { db, clock, reader }: PagesDeps): void {
  const limit = limitSearches({ db, clock });
  const people = new WeakMap<FastifyRequest, SignedIn>();
  const byPerson = limitTries(
    { db, clock },
    {
      name: "appointments added",
      max: MOST_BY_PERSON,
      minutes: HOUR,
      of: (request) => people.get(request)?.mark.toString("hex") ?? "",
    },
  );

  app.get(ADDRESS.mine("add"), { ...PAGE, schema: { hide: true } }, async (request, reply) => {
    const own = await personAt(request);
    if (!own) return goOn(reply, reader.path(ADDRESS.mine()));
    return sendPage(reply, addPage(NOTHING_TYPED, own.person, own.mark, reader));
  });

  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post(ADDRESS.mine("add"), post, async (request, reply) => {
    const own = await personAt(request);
    if (!own) return goOn(reply, `${reader.path(ADDRESS.mine())}?note=over`);
    const typed = searchIn(request.body);
    if (typed.errors.length > 0)
      return sendPage(reply, addPage({ ...typed, ...typedSearch(request.body) }, own.person, own.mark, reader), 422);
    people.set(request, own.person);
    await byPerson(request);
    await limit(request);
    await addByCode(db, own.person.mark, typed, clock());
    return goOn(reply, `${reader.path(ADDRESS.mine())}?added=1`);
  });

  async function personAt(request: FastifyRequest) {
    const session = sessionHashIn(request);
    const person = session && (await signedIn(db.nation, session, clock()));
    return person && { person, mark: formMark(session) };
  }
}
