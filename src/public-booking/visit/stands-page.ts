import { z } from "zod";
import { longDateAtTime } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { bareSlip, type ShownVisit } from "../frame/slip.ts";

/** An appointment that stands, as far as it is told to whoever may not be its citizen. */
export interface ConfirmedVisit extends Omit<ShownVisit, "reference"> {
  readonly confirmedAt: Temporal.Instant;
  /** «f…u@example.gr» */
  readonly address: string;
}

/** In the page's address: whether another letter was asked for, and what came of that; null: none was */
export const letterOutcome = z.enum(["sent", "refused"]).nullable().catch(null);
type LetterOutcome = z.infer<typeof letterOutcome>;

interface Frame {
  /** Its own address, without the language */
  readonly address: string;
  /** Sends the letter once more, by POST */
  readonly letter: string;
  readonly mark: string | null;
  readonly asked: LetterOutcome;
  /** A link that was pressed again, or the browser that waited for it */
  readonly why: "link" | "browser";
}

/** «Το έχετε ήδη επιβεβαιώσει»: no name and no code, for a used link proves little, and a device may be somebody else's by now. */
export function standsPage(
  visit: ConfirmedVisit,
  { address, letter, mark, asked, why }: Frame,
  reader: PageReader,
): Html {
  const { t, path, language } = reader;
  const title = t("visit.stands-title");
  const at = { date: dateTextOf(visit.confirmedAt), time: clockTextOf(visit.confirmedAt) };
  const lead = t("visit.stands-when", { when: longDateAtTime(at, language) });
  const main = html`${bareSlip(visit, { title, lead }, reader)}
${asked === null ? null : outcome(asked, reader)}
<form method="post" action="${letter}" class="under-slip">${markField(mark)}<button class="button button--primary button--block" name="to" value="letter">${icon("letter")}${t("visit.stands-send")}</button></form>
<p class="under-slip break">${t("visit.stands-send-where", { address: visit.address })}</p>
${rows([
  { address: path(ADDRESS.find), label: t("visit.stands-code"), small: t("visit.over-find-by") },
  { address: path(ADDRESS.start), label: t("visit.stands-new") },
])}
<h2>${t("visit.stands-why")}</h2><p>${t(`visit.stands-why-${why}`)}</p>`;
  return citizensPage({ title, address, main }, reader);
}

const outcome = (asked: NonNullable<LetterOutcome>, { t }: PageReader): Html =>
  asked === "sent"
    ? html`<p class="note note--ok" role="status">${t("visit.stands-sent")}</p>`
    : html`<p class="note note--warn" role="alert">${t("field.letters-used-up")}</p>`;
