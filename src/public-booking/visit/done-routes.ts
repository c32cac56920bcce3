import { z } from "zod";
import { existingAppointment } from "../../appointments/row/existing.ts";
import { hasPlace } from "../../appointments/statuses.ts";
import { type CitizensOffice, officeOfForm } from "../../identity/citizens/citizens-office.ts";
import { makeLinks } from "../../identity/citizens/links.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import { html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { type FormRow, formOf } from "../form/form-sql.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, markIn, PAGE, type Sent, sendPage, tokenHashIn } from "../frame/requests.ts";
import { donePage } from "./done-page.ts";
import { ownVisit } from "./shown.ts";

/** «Το ραντεβού σας κλείστηκε», for the browser that filled in the form: also asked for again, or come back to. */
export function doneRoutes(app: App, { db, clock, reader }: PagesDeps): void {
  const { t, path } = reader;

  app.get("/book/done", { ...PAGE, schema: { hide: true } }, async (request, reply) => {
    const booked = await bookedBy(db, tokenHashIn(request));
    if (!booked) return goOn(reply, path(ADDRESS.start));
    const { office, form } = booked;
    const visit = await db.read({ office: office.id }, (tx) => liveVisit(tx, office, form));
    if (!visit) return goOn(reply, path(ADDRESS.find));
    const acts = html`<form method="post" action="${path(ADDRESS.done)}">${markField(markIn(request))}<div class="btns btns--fit"><button class="btn" name="to" value="days">${t(
      "visit.move",
    )}</button><button class="btn" name="to" value="cancel">${t("visit.cancel")}</button></div></form>`;
    return sendPage(reply, donePage(visit, { address: ADDRESS.done, calendar: null, acts }, clock(), reader));
  });

  /** The browser gets a link of its own, as good as the letter's. */
  const change = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post("/book/done", change, async (request, reply) => {
    const booked = await bookedBy(db, tokenHashIn(request));
    if (!booked) return goOn(reply, path(ADDRESS.start));
    const { office, form } = booked;
    const token = await db.write({ office: office.id }, async (tx) => {
      const visit = await liveVisit(tx, office, form);
      if (!visit) return null;
      const link = { appointment: visit.id, kind: "manage", email: visit.email } as const;
      const [made] = await makeLinks(tx, office.id, [link], clock());
      return made as string;
    });
    if (token === null) return goOn(reply, path(ADDRESS.find));
    const to = PARTS.find((part) => part === (request.body as Sent).to);
    return goOn(reply, path(ADDRESS.link(token, to)));
  });
}

const PARTS = ["days", "cancel"] as const;

/** Null: this browser has no form, or one that is not confirmed. */
async function bookedBy(db: Database, tokenHash: Buffer | null) {
  const office = tokenHash && (await officeOfForm(db.alone, tokenHash));
  if (!office) return null;
  const form = await db.read({ office: office.id }, (tx) => formOf(tx, office.id, tokenHash));
  return form?.confirmed_at ? { office, form } : null;
}

async function liveVisit(tx: Read, office: CitizensOffice, form: FormRow) {
  const row = await existingAppointment(tx, office, form.appointment_id);
  return hasPlace(row.status) && row.anonymized_at === null ? ownVisit(tx, office, row) : null;
}
