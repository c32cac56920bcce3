import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { firstDayAt, firstDayText } from "../../offices/interpreters/require-interpreter.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { FormRow } from "../form/form-sql.ts";
import { offeredOf } from "../form/needs-fields.ts";
import { changeForm, hasTypedSame, keepTyped } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { whoIn } from "../form/typed.ts";
import { businessErrors, needsLonger, whoErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import { type PagesDeps, signInWays } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { extendHold } from "../hold/extend.ts";
import { fitHold } from "../hold/fit-hold.ts";
import { goesOn } from "../hold/hold.ts";
import { showForm } from "./show-form.ts";
import { whoPage } from "./who-page.ts";

/** Who comes, and ten minutes more for whoever needs them. */
export function whoRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const offers = signInWays(deps);
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.who, get, async (request, reply) =>
    showForm(deps, request, reply, (open) =>
      sendPage(reply, whoPage(open, { errors: businessErrors(open.form), offers }, reader)),
    ),
  );

  app.post(ADDRESS.who, post, async (request, reply) => {
    const said = { typed: offeredOf(whoIn(request.body), reader), language: reader.language, now: clock() };
    const isLonger = needsLonger(said.typed);
    if (isLonger) await lengthened(request, said.now);
    const leadsOn = (form: FormRow) => goesOn(form, said.now) && whoErrors(form).length === 0;
    const step = {
      name: "who" as const,
      work: async (tx: Tx, office: CitizensOffice, form: FormRow) => {
        const fitted = isLonger ? form : await fitHold(tx, office, form, { isLonger, now: said.now });
        const interpreterFirst = firstDayText(await firstDayAt(tx, office, said.typed.interpreter, said.now));
        return keepTyped(tx, office, fitted, { ...said, typed: { ...said.typed, interpreterFirst } });
      },
      isStep: leadsOn,
      isTaken: (form: FormRow) => hasTypedSame(form, said.typed),
    };
    const kept = await changeUnderNewKey(db, { token: tokenIn(request), now: said.now }, step);
    if (kept?.token) setToken(reply, kept.token);
    if (kept && leadsOn(kept.result)) return goOn(reply, reader.path(ADDRESS.check));
    return showForm(deps, request, reply, (open) =>
      sendPage(reply, whoPage(open, { errors: whoErrors(open.form), offers }, reader), 422),
    );
  });

  /** Before anything else, by itself: where there is no room for that, the time stays as it is, and the page says so. */
  async function lengthened(request: FastifyRequest, now: Temporal.Instant): Promise<void> {
    await changeForm(db, tokenHashIn(request), (tx, office, form) =>
      fitHold(tx, office, form, { isLonger: true, now }),
    ).catch((error) => {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    });
  }

  app.post(ADDRESS.extend, post, async (request, reply) => {
    await changeForm(db, tokenHashIn(request), (tx, office, form) => extendHold(tx, office, form, clock()));
    return goOn(reply, reader.path(whereFrom(request.headers.referer)));
  });
}

const STEPS = [ADDRESS.check, ADDRESS.sent, ADDRESS.fix];

/** Back to the page on which the button was pressed. */
const whereFrom = (referer: string | undefined): string =>
  STEPS.find((step) => URL.parse(referer ?? "")?.pathname.endsWith(step)) ?? ADDRESS.who;
