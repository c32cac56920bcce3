import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { endBrowsersLinks } from "../../identity/citizens/links.ts";
import { endSession } from "../../identity/citizens/session.ts";
import { forgetConfirmLinks } from "../../outbox/plan-link.ts";
import { OF_NATION, type Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { deleteForm, type FormRow, renewKey } from "../form/form-sql.ts";
import { changeForm } from "../form/open-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { clearToken, goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { clearSessionToken, sessionHashIn } from "../frame/session-cookie.ts";
import { release } from "../hold/release.ts";
import { signedOutOfTaxisnet } from "../taxisnet/routes.ts";
import type { ByLink } from "./by-link.ts";
import { endedPage } from "./ended-page.ts";

/** «Τέλος, κοινόχρηστη συσκευή»: the next person at this browser finds nothing of the one before, by no page and no link. */
export function endRoutes(app: App, deps: PagesDeps, { post, at, write }: ByLink): void {
  const { db, clock, reader, taxisnet } = deps;

  app.post(ADDRESS.end, { ...PAGE, schema: { hide: true, body: z.looseObject({}) } }, end);

  app.post("/link/:token/end", post, async (request, reply) => {
    await write(at(request), (tx, { office, appointmentId }) => endBrowsersLinks(tx, office.id, appointmentId));
    return end(request, reply);
  });

  app.get(ADDRESS.ended, { ...PAGE, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, endedPage({ hadTaxisnet: taxisnet !== null }, reader)),
  );

  async function end(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const now = clock();
    const form = await changeForm(db, tokenHashIn(request), async (tx, office, form) => {
      await forget(tx, office.id, form, now);
      return form;
    });
    clearToken(reply);
    const session = sessionHashIn(request);
    const way = session && (await db.write(OF_NATION, (tx) => endSession(tx, session)));
    clearSessionToken(reply);
    const wasIdentified = form !== null && hadTaxisnet(form);
    const ended = reader.path(ADDRESS.ended);
    return goOn(reply, wasIdentified || way === "taxisnet" ? await signedOutOfTaxisnet(deps, request, ended) : ended);
  }
}

const hadTaxisnet = ({ identity, typed }: FormRow): boolean =>
  identity ? identity.by === undefined : typed.how === "taxisnet";

/** What waits for its letter's link goes on without a browser; whatever else there was is gone. */
async function forget(tx: Tx, officeId: number, form: FormRow, now: Temporal.Instant): Promise<void> {
  await endBrowsersLinks(tx, officeId, form.appointment_id);
  if (form.link_asked_at && !form.confirmed_at) {
    const key = hashOfToken(newToken()) as Buffer;
    return renewKey(tx, officeId, form.token_hash, { key, former: null, step: "end", now });
  }
  await release(tx, officeId, form, now);
  await deleteForm(tx, officeId, form.token_hash);
  if (!form.confirmed_at) await forgetConfirmLinks(tx, officeId, [form.appointment_id]);
}
