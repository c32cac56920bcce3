import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { INTERPRETERS, type Interpreter, interpreterName } from "../../text/interpreters.ts";
import { NEEDS, type Need } from "../../text/needs.ts";
import { errorWords } from "../frame/fields.ts";
import { icon } from "../frame/icons.ts";
import type { PageReader } from "../frame/reader.ts";
import type { TypedNeeds } from "./typed.ts";

interface NeedsShown {
  readonly keptDays: number;
  /** Leads to times for which it takes longer: here there is none behind the one that was chosen; null: there may be */
  readonly longerElsewhere?: Html | null;
  /** Who can be asked for there, and from which day on, in words */
  readonly interpreters: readonly Interpreter[];
  readonly days: Html | null;
  /** What is wrong with who was chosen, and where to go on; null: nothing */
  readonly fault?: { readonly error: FieldError; readonly elsewhere: Html } | null;
}

/** What is to be ready for a visit, never why: who interprets is chosen, all else ticked. */
export function needsFields(
  typed: TypedNeeds,
  { keptDays, longerElsewhere = null, ...shown }: NeedsShown,
  reader: PageReader,
): Html {
  const { t } = reader;
  const offered = NEEDS.filter((need) => reader.offersNeeds() || typed.needs?.includes(need));
  if (offered.length === 0)
    return html`<div class="cform">${interpreter(typed, { ...shown, hint: "interpreter-hint" }, reader)}</div>`;
  return html`<fieldset class="cform"><legend class="ql">${t("book.needs-title")} <span class="optional">${t(
    "book.optional",
  )}</span></legend><p class="hint" id="interpreter-hint">${t("book.needs-hint")}</p>${interpreter(typed, { ...shown, hint: null }, reader)}${offered.map(
    (need) => tick(need, { isTicked: typed.needs?.includes(need) === true, longerElsewhere }, reader),
  )}<p class="lock" id="needs-consent">${icon("lock")}<span>${t("book.needs-consent", { days: keptDays })}</span></p></fieldset>`;
}

interface TickShown extends Pick<NeedsShown, "longerElsewhere"> {
  readonly isTicked: boolean;
}

function tick(need: Need, { isTicked, longerElsewhere }: TickShown, reader: PageReader): Html {
  const field = `need-${need}`;
  const elsewhere = need === "longer-time" && longerElsewhere;
  return html`<div><label class="tick"><input type="checkbox" name="${field}" id="${field}" value="yes" aria-describedby="needs-consent"${
    isTicked ? html` checked` : null
  }><span>${needInWords(need, reader)}</span></label>${
    elsewhere
      ? html`<p class="field-error"><span>${errorWords({ field, code: "longer-not-free" }, reader.language)} ${elsewhere}</span></p>`
      : null
  }</div>`;
}

interface InterpreterShown extends Pick<NeedsShown, "interpreters" | "days" | "fault"> {
  /** Its own; null: it stands above, with that of all others */
  readonly hint: "interpreter-hint" | null;
}

function interpreter(
  { interpreter: chosen }: TypedNeeds,
  { interpreters, days, fault = null, hint }: InterpreterShown,
  { language, t, offersNeeds }: PageReader,
): Html {
  const offered = INTERPRETERS.filter(
    (each) => each === chosen || (interpreters.includes(each) && (each !== "gss" || offersNeeds())),
  );
  const described = `interpreter-hint${fault ? " interpreter-error" : ""}`;
  return html`<div class="field${fault ? " fe" : ""}"><label for="interpreter">${t("book.interpreter")}${
    hint ? html` <span class="optional">${t("book.optional")}</span>` : null
  }</label>${hint ? html`<p class="hint" id="interpreter-hint">${t(`book.${hint}`)}</p>` : null}${days}${
    fault
      ? html`<p class="field-error" id="interpreter-error"><span>${errorWords(fault.error, language)} ${fault.elsewhere}</span></p>`
      : null
  }<select class="input" id="interpreter" name="interpreter" aria-describedby="${described}"${
    fault ? html` aria-invalid="true"` : null
  }><option value="">${t("book.interpreter-none")}</option>${offered.map(
    (each) =>
      html`<option value="${each}"${each === chosen ? html` selected` : null}>${interpreterName(each, language, t("book.sign-language"))}</option>`,
  )}</select></div>`;
}

/** What was ticked before the ministry switched it off is neither shown nor kept. */
export const offeredOf = <Said extends TypedNeeds>(typed: Said, { offersNeeds }: PageReader): Said =>
  offersNeeds()
    ? typed
    : { ...typed, needs: undefined, interpreter: typed.interpreter === "gss" ? null : typed.interpreter };

const needInWords = (need: Need, { t }: PageReader): string => t(`book.need-${need}`);

/** Each of them in the reader's words; empty: nothing is to be ready. */
export const needsInWords = ({ interpreter: into, needs = [] }: TypedNeeds, reader: PageReader): string[] => [
  ...(into
    ? [
        `${reader.t("book.interpreter-label")}: ${interpreterName(into, reader.language, reader.t("book.sign-language"))}`,
      ]
    : []),
  ...needs.map((need) => needInWords(need, reader)),
];
