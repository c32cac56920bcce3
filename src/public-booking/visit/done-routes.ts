import { z } from "zod";
import { type ExistingAppointment, existingAppointment } from "../../appointments/row/existing.ts";
import { hasPlace } from "../../appointments/statuses.ts";
import { type CitizensOffice, officeOfForm } from "../../identity/citizens/citizens-office.ts";
import { makeLinks } from "../../identity/citizens/links.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { type FormRow, formOf } from "../form/form-sql.ts";
import type { Typed } from "../form/typed.ts";
import { ADDRESS } from "../frame/address.ts";
import { type PagesDeps, type SessionWays, sessionWays } from "../frame/deps.ts";
import type { PageReader } from "../frame/reader.ts";
import { goOn, markIn, PAGE, type Sent, sendPage, tokenHashIn } from "../frame/requests.ts";
import { sharedDevice } from "../frame/shared-device.ts";
import { donePage } from "./done-page.ts";
import { onTheDay, ownPlaceOnTheDay } from "./line/on-the-day.ts";
import { ownVisit } from "./shown.ts";
import { confirmedVisit, sendOnceMore } from "./standing.ts";
import { letterOutcome, standsPage } from "./stands-page.ts";

/** «Το ραντεβού σας κλείστηκε», for the browser that filled in the form: also asked for again, or come back to. */
export function doneRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const { t, path } = reader;

  const get = { ...PAGE, schema: { hide: true, querystring: z.looseObject({ asked: letterOutcome }) } };
  app.get(ADDRESS.done, get, async (request, reply) => {
    const booked = await bookedBy(db, tokenHashIn(request));
    if (!booked) return goOn(reply, path(ADDRESS.start));
    const { office, form } = booked;
    const row = await db.read({ office: office.id }, (tx) => liveRow(tx, office, form));
    if (!row) return goOn(reply, path(ADDRESS.find));
    const mark = markIn(request);
    const inOffice = <T>(work: (tx: Read) => Promise<T>) => db.read({ office: office.id }, work);
    if (isByLetter(form)) {
      const visit = await inOffice((tx) => confirmedVisit(tx, office, row));
      const frame = { address: ADDRESS.done, letter: path(ADDRESS.done), mark, asked: request.query.asked };
      return sendPage(reply, standsPage(visit, { ...frame, why: "browser" }, reader));
    }
    const [visit, day] = await inOffice((tx) =>
      Promise.all([ownVisit(tx, office, row), onTheDay(tx, office.id, row, clock())]),
    );
    const way = html`<form method="post" action="${path(ADDRESS.done)}">${markField(mark)}<button class="button button--block" name="to" value="place">${t(
      "entrance.own-place",
    )}</button></form>`;
    const place = ownPlaceOnTheDay(day, way, reader);
    const acts = html`<form method="post" action="${path(ADDRESS.done)}">${markField(mark)}<div class="btns btns--fit"><button class="button" name="to" value="days">${t(
      "visit.move",
    )}</button> <button class="button" name="to" value="cancel">${t("visit.cancel")}</button></div></form>`;
    const shared = sharedDevice({ address: path(ADDRESS.end), mark: markField(mark), is: "done" }, reader);
    const mine = visit.email === null ? foundAgain(form.typed.how, sessionWays(deps), reader) : null;
    return sendPage(
      reply,
      donePage(visit, { address: ADDRESS.done, calendar: null, place, acts, shared, mine }, clock(), reader),
    );
  });

  /** The browser gets a link of its own, as good as the letter's; one that waited for a letter has that sent once more. */
  const change = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post(ADDRESS.done, change, async (request, reply) => {
    const booked = await bookedBy(db, tokenHashIn(request));
    if (!booked) return goOn(reply, path(ADDRESS.start));
    const { office, form } = booked;
    const to = PARTS.find((part) => part === (request.body as Sent).to);
    const address = await db.write({ office: office.id }, async (tx) => {
      const row = await liveRow(tx, office, form);
      if (!row) return ADDRESS.find;
      if (isByLetter(form))
        return `${ADDRESS.done}?asked=${(await sendOnceMore(tx, office, row, clock())) ? "sent" : "refused"}`;
      const link = { appointment: row.id, kind: "manage", email: row.email, inBrowser: true } as const;
      const [token] = await makeLinks(tx, office.id, [link], clock());
      return to === "place" ? ADDRESS.ownPlace(token as string) : ADDRESS.link(token as string, to);
    });
    return goOn(reply, path(address));
  });
}

/** No letter says it: a page does, and the slip that is printed. Null: they can't sign in as they were shown then. */
function foundAgain(how: Typed["how"], { taxisnet, wallet }: SessionWays, { t, path }: PageReader): Html | null {
  const byTaxisnet = how === "taxisnet" && taxisnet;
  if (!byTaxisnet && !(how === "wallet" && wallet === "number")) return null;
  return html`<p class="note after-note">${t(byTaxisnet ? "mine.done" : "mine.done-wallet")} <a href="${path(ADDRESS.mine())}">${t("mine.title")}</a></p>`;
}

const PARTS = ["days", "cancel", "place"] as const;

/** Null: this browser has no form, or one that is not confirmed. */
async function bookedBy(db: Database, tokenHash: Buffer | null) {
  const office = tokenHash && (await officeOfForm(db.acrossOffices, tokenHash));
  if (!office) return null;
  const form = await db.read({ office: office.id }, (tx) => formOf(tx, office.id, tokenHash));
  return form?.confirmed_at ? { office, form } : null;
}

/** It was confirmed by a letter's link, wherever that was opened: this browser may be somebody else's by now. */
const isByLetter = ({ typed }: FormRow): boolean => typed.how === "email";

/** Null: it is no more. */
async function liveRow(tx: Read, office: CitizensOffice, form: FormRow): Promise<ExistingAppointment | null> {
  const row = await existingAppointment(tx, office, form.appointment_id);
  return hasPlace(row.status) && row.anonymized_at === null ? row : null;
}
