import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { limitTries } from "../../../platform/http/limits/shared-limits.ts";
import type { App } from "../../../platform/http/server.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { hasLetters } from "../../../platform/text/names.ts";
import { ADDRESS } from "../../frame/address.ts";
import { canSignIn, type PagesDeps, sessionWays } from "../../frame/deps.ts";
import { goOn, markIn, PAGE, type Sent, sendPage } from "../../frame/requests.ts";
import { sendLinkIfFound } from "./find.ts";
import { findPage, foundSentPage, type TypedSearch } from "./find-page.ts";

const MINUTES = 10;
/** Many share the address of a library. */
const MOST_BY_ADDRESS = 30;
const MOST_BY_REFERENCE = 5;

/** An appointment is found again, and nobody learns which ones there are. */
export function findRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const limit = limitSearches({ db, clock });
  const mine = canSignIn(sessionWays(deps)) ? reader.path(ADDRESS.mine()) : null;
  const shown = (typed: TypedSearch, request: FastifyRequest) => findPage(typed, markIn(request), reader, mine);

  app.get(ADDRESS.find, { ...PAGE, schema: { hide: true } }, async (request, reply) =>
    sendPage(reply, shown({ reference: "", surname: "", errors: [] }, request)),
  );

  const find = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post(ADDRESS.find, find, async (request, reply) => {
    const typed = searchIn(request.body);
    if (typed.errors.length > 0)
      return sendPage(reply, shown({ ...typed, ...typedSearch(request.body) }, request), 422);
    await limit(request);
    await sendLinkIfFound(db, typed, clock());
    return goOn(reply, reader.path(ADDRESS.foundSent));
  });

  app.get(ADDRESS.foundSent, { ...PAGE, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, foundSentPage(reader)),
  );
}

/** By address and by code, counted together wherever somebody tries codes. @returns what throws Refusal 429 */
export function limitSearches(deps: Pick<PagesDeps, "db" | "clock">): (request: FastifyRequest) => Promise<void> {
  const byAddress = limitTries(deps, { name: "searches by address", max: MOST_BY_ADDRESS, minutes: MINUTES });
  const byReference = limitTries(deps, {
    name: "searches by code",
    max: MOST_BY_REFERENCE,
    minutes: MINUTES,
    of: ({ body }) => searchIn(body).reference,
  });
  return async (request) => {
    await byAddress(request);
    await byReference(request);
  };
}

/** Faults and all, to be shown again. */
export const typedSearch = (body: unknown): Pick<TypedSearch, "reference" | "surname"> => {
  const { reference = "", lastName = "" } = body as Sent;
  return { reference, surname: lastName };
};

export function searchIn(body: unknown): TypedSearch {
  const { reference: typed, surname } = typedSearch(body);
  const reference = typed.replaceAll(/\D/g, "");
  const errors: FieldError[] = [];
  if (reference.length !== 9) errors.push({ field: "reference", code: "reference-incomplete" });
  if (!hasLetters(surname)) errors.push({ field: "lastName", code: "last-name-required" });
  return { reference, surname, errors };
}
