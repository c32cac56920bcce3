import { z } from "zod";
import { limitTries } from "../../../platform/http/limits/shared-limits.ts";
import type { App } from "../../../platform/http/server.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { hasLetters } from "../../../platform/text/names.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { goOn, markIn, PAGE, type Sent, sendPage } from "../../frame/requests.ts";
import { sendLinkIfFound } from "./find.ts";
import { findPage, foundSentPage, type TypedSearch } from "./find-page.ts";

const MINUTES = 10;
/** Many share the address of a library. */
const MOST_BY_ADDRESS = 30;
const MOST_BY_REFERENCE = 5;

/** An appointment is found again, and nobody learns which ones there are. */
export function findRoutes(app: App, { db, clock, reader }: PagesDeps): void {
  const byAddress = limitTries({ db, clock }, { name: "searches by address", max: MOST_BY_ADDRESS, minutes: MINUTES });
  const byReference = limitTries(
    { db, clock },
    {
      name: "searches by code",
      max: MOST_BY_REFERENCE,
      minutes: MINUTES,
      of: ({ body }) => typedIn(body).reference,
    },
  );

  app.get(ADDRESS.find, { ...PAGE, schema: { hide: true } }, async (request, reply) =>
    sendPage(reply, findPage({ reference: "", surname: "", errors: [] }, markIn(request), reader)),
  );

  const find = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post(ADDRESS.find, find, async (request, reply) => {
    const typed = typedIn(request.body);
    if (typed.errors.length > 0)
      return sendPage(reply, findPage({ ...typed, ...asTyped(request.body) }, markIn(request), reader), 422);
    await byAddress(request);
    await byReference(request);
    await sendLinkIfFound(db, typed, clock());
    return goOn(reply, reader.path(ADDRESS.foundSent));
  });

  app.get(ADDRESS.foundSent, { ...PAGE, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, foundSentPage(reader)),
  );
}

const asTyped = (body: unknown): Pick<TypedSearch, "reference" | "surname"> => {
  const { reference = "", lastName = "" } = body as Sent;
  return { reference, surname: lastName };
};

function typedIn(body: unknown): TypedSearch {
  const { reference: typed, surname } = asTyped(body);
  const reference = typed.replaceAll(/\D/g, "");
  const errors: FieldError[] = [];
  if (reference.length !== 9) errors.push({ field: "reference", code: "reference-incomplete" });
  if (!hasLetters(surname)) errors.push({ field: "lastName", code: "last-name-required" });
  return { reference, surname, errors };
}
