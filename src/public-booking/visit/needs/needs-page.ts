import { firstDayWith } from "../../../offices/interpreters/first-day.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { dateOf } from "../../../platform/time.ts";
import type { Interpreter } from "../../../text/interpreters.ts";
import { needsFields } from "../../form/needs-fields.ts";
import { ADDRESS } from "../../frame/address.ts";
import { citizensPage } from "../../frame/page.ts";
import { interpreterDaysInWords, interpretersAt, interpreterTerms } from "../../interpreter/interpreter-days.ts";
import { type AtLink, linkForm, partOf, versionField, visitFacts } from "../at-link.ts";
import type { OwnVisit } from "../shown.ts";

/** What is to be ready for an appointment that there is: ticked, or taken back. */
export function needsPage(visit: OwnVisit, { keptDays, holidays, now, isTooShort, fault }: Shown, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("book.needs-title");
  // What else is ticked goes along, and is stored.
  const longerTimes = html`<button class="textbtn" name="then" value="days">${t("book.longer-times")}</button>`;
  const on = { today: dateOf(now), holidays };
  const first = fault && firstDayWith(visit.interpreter as Interpreter, interpreterTerms(visit.place), on);
  const day = first instanceof Temporal.PlainDate ? first.toString() : undefined;
  const otherDays = html`<a href="${reader.path(ADDRESS.linkWeeks(token, { on: day }))}">${t("visit.move")}</a>`;
  const shown = {
    keptDays,
    longerElsewhere: isTooShort ? longerTimes : null,
    interpreters: interpretersAt(visit.place, on),
    days: interpreterDaysInWords(visit.place, on, reader),
    fault: fault && { error: fault, elsewhere: otherDays },
  };
  const inside = html`${versionField(visit.version)}${needsFields(visit, shown, reader)}<button class="button button--primary button--block">${t(
    "visit.address-save",
  )}</button>`;
  const main = html`<h1>${title}</h1>${visitFacts(visit, reader)}${linkForm(at, "needs", inside)}`;
  return citizensPage(
    {
      title: isTooShort || fault ? t("book.error-title", { title }) : title,
      address: ADDRESS.link(token, "needs"),
      back: partOf(at),
      main,
    },
    reader,
  );
}

interface Shown {
  readonly keptDays: number;
  readonly holidays: ReadonlySet<string>;
  readonly now: Temporal.Instant;
  /** What is wrong with who is to interpret; null: nothing */
  readonly fault: FieldError | null;
  /** There is no room for longer behind it */
  readonly isTooShort: boolean;
}
