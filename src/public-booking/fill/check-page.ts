import { formatPhone, longDateAtTime } from "../../kit/dates.ts";
import { problemOf } from "../../platform/http/problem.ts";
import type { FieldError, Refusal } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { comma, inLine } from "../../text/languages.ts";
import type { TextKey } from "../../text/text.ts";
import { markField } from "../choose/time-form.ts";
import { identityMark } from "../confirm/person-keys.ts";
import { companyIn, personIn } from "../form/identity.ts";
import { needsInWords, offeredOf } from "../form/needs-fields.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import type { Typed } from "../form/typed.ts";
import { whoComes } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SignInWays } from "../frame/deps.ts";
import { errorSummary, errorWords, textField, titleWith } from "../frame/fields.ts";
import { addressInWords, asTyped, nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { type ChosenFact, facts, telephone } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { walletIdentityPart } from "../wallet/identity-part.ts";
import { needsLetter } from "./way-on.ts";

export interface WaysToConfirm extends SignInWays {
  /** A telephone number alone is enough */
  readonly phone: boolean;
}

interface Shown {
  readonly errors: readonly FieldError[];
  readonly ways: WaysToConfirm;
  /** Another time than the page had shown: it is to be looked at again */
  readonly isNew: boolean;
  /** Why they may not have it: somebody comes too often */
  readonly overLimit: Refusal | null;
}

/** «Ελέγξτε και επιβεβαιώστε»: all that was chosen, and how it is made sure who asks. */
export function checkPage(open: OpenForm, { errors, ways, isNew, overLimit }: Shown, reader: PageReader): Html {
  const { form, keptDays, now } = open;
  const { t, path } = reader;
  const isIdentified = form.identity !== null;
  const books = isIdentified && !needsLetter(form);
  const title = t(books ? "book.check-title-identified" : "book.check-title");
  const main = html`<h1>${title}</h1>${isNew ? html`<p class="note note--warn" role="alert">${t("book.check-again")}</p>` : null}${overLimit && tooMany(overLimit, open.place, reader)}${form.identity?.by === "wallet" ? walletIdentityPart(form.identity, markField(formMark(form.token_hash)), reader) : null}${facts(chosen(open, reader), reader)}
<form method="post" action="${path(ADDRESS.check)}" class="cform check" novalidate>${markField(formMark(form.token_hash))}<input type="hidden" name="hold" value="${form.appointment_id}">
${isIdentified ? emailBeside(form, errors, reader) : howToConfirm(open, { errors, ways }, reader)}
${phone(form.typed.phone, errors, reader)}
<p class="hint">${t("book.kept", { count: keptDays })} <a href="${path(ADDRESS.privacy)}">${t("book.more")}</a></p>
<button class="button button--go button--block" type="submit">${t(books ? "book.book" : "book.continue")}</button></form>`;
  const above = errorSummary(errors, reader);
  const back = path(ADDRESS.who);
  return citizensPage(
    {
      title: titleWith(errors, title, reader),
      address: ADDRESS.check,
      back,
      step: 6,
      hold: { form, now },
      above,
      main,
    },
    reader,
  );
}

/** With what they have already one click away, and whom to call about it. */
const tooMany = (overLimit: Refusal, place: OpenForm["place"], reader: PageReader): Html =>
  html`<div class="note note--warn" role="alert"><p>${problemOf(overLimit, reader.language).title}</p><p class="small"><a href="${reader.path(
    ADDRESS.find,
  )}">${reader.t("book.trouble-find")}</a></p>${
    place.phone &&
    html`<p class="small">${reader.t("visit.call-office", { office: nameOfOffice(place, reader) })} ${telephone(place.phone, formatPhone(place.phone))}</p>`
  }</div>`;

/** What, where, when and who, each with the way to change it. */
function chosen({ form, place, service }: OpenForm, reader: PageReader): ChosenFact[] {
  const { language, t, path } = reader;
  const [date, time] = [dateTextOf(form.starts_at), clockTextOf(form.starts_at)];
  const change = (address: string, what: TextKey) => ({
    address: path(address),
    what: t(what as "book.of-service"),
  });
  const { last_name, first_name, business_name, companions, behalf: onBehalf, matter } = whoComes(form);
  const along = companions.map(({ lastName, firstName }) => `${lastName} ${firstName}`.trim()).filter(Boolean);
  const ready = needsInWords(offeredOf(form.typed, reader), reader);
  return [
    {
      name: t("book.what"),
      value: visitInWords(service, reader),
      change: change(
        service.several ? ADDRESS.together({ service: form.service, office: place.code }) : ADDRESS.services(),
        "book.of-service",
      ),
    },
    {
      name: t("book.where"),
      value: nameOfOffice(place, reader),
      small: addressInWords(place, reader),
      change: change(ADDRESS.offices({ service: form.service }), "book.of-office"),
    },
    {
      name: t("book.when"),
      value: longDateAtTime({ date, time }, language),
      change: change(ADDRESS.day(place.code, date, form), "book.of-time"),
    },
    {
      name: t("book.comes"),
      value: [`${last_name} ${first_name}`, ...along].map((each) => asTyped(each, reader)).join(`${comma(language)} `),
      small:
        inLine(
          language,
          business_name && asTyped(business_name, reader),
          onBehalf && t(`book.behalf-${onBehalf}`),
          matter,
          whence(form, reader),
        ) || null,
      change: change(ADDRESS.who, "book.of-name"),
    },
    ...(ready.length > 0
      ? [
          {
            name: t("book.needs-label"),
            value: ready.join(`${comma(language)} `),
            change: change(`${ADDRESS.who}#interpreter`, "book.of-needs"),
          },
        ]
      : []),
  ];
}

/** From where the name is, or the business that was identified; null: it was typed. The names of those who come along are typed, always. */
function whence(form: OpenForm["form"], reader: PageReader): string | null {
  const { identity, typed } = form;
  if (identity === null || typed.who === "relative") return null;
  if (identity.by === "wallet" && !personIn(identity)) return null;
  const way = reader.t(identity.by === "wallet" ? "book.from-wallet" : "book.from-taxisnet");
  const { last_name, first_name, business_name, companions } = whoComes(form);
  const name = companyIn(identity) ? business_name : `${last_name} ${first_name}`;
  return companions.length > 0 && name ? `${asTyped(name, reader)}: ${way}` : way;
}

function howToConfirm({ form }: OpenForm, { errors, ways }: Pick<Shown, "errors" | "ways">, reader: PageReader): Html {
  const { t } = reader;
  const { how = "email" } = form.typed;
  const missing = errors.find(({ field }) => field === "how");
  const choice = (way: NonNullable<Typed["how"]>, more: Html | null) =>
    html`<div class="ch"><input type="radio" name="how" id="${way === "email" ? "how" : `how-${way}`}" value="${way}"${how === way ? html` checked` : null}><label for="${way === "email" ? "how" : `how-${way}`}"><b>${t(
      `book.how-${way}`,
    )}</b> <small>${t(`book.how-${way}-small`)}</small></label>${more && html`<div class="rev">${more}</div>`}</div>`;
  const inside = email(form.typed.email, errors, { isOptional: false, reader });
  return html`<fieldset${missing ? html` class="fe" aria-describedby="how-error"` : null}><legend class="ql">${t("book.how-title")}</legend>${
    missing ? html`<p class="field-error" id="how-error">${errorWords(missing, reader.language)}</p>` : null
  }${choice("email", inside)}${ways.taxisnet ? choice("taxisnet", null) : null}${ways.wallet ? choice("wallet", null) : null}${ways.phone ? choice("phone", null) : null}</fieldset>`;
}

/** Of somebody who was identified: it may be left out where something else counts them. */
const emailBeside = (form: OpenForm["form"], errors: readonly FieldError[], reader: PageReader): Html => {
  const isOptional = identityMark(form.identity) !== null;
  const why = needsLetter(form) ? "book.wallet-email-link" : "book.wallet-email";
  return email(form.typed.email, errors, { isOptional, hint: isOptional ? undefined : why, reader });
};

interface EmailField {
  readonly isOptional: boolean;
  readonly hint?: "book.email-hint" | "book.wallet-email" | "book.wallet-email-link" | undefined;
  readonly reader: PageReader;
}

const email = (
  value: string | undefined,
  errors: readonly FieldError[],
  { isOptional, hint = "book.email-hint", reader }: EmailField,
): Html => {
  const { t } = reader;
  const label = t(isOptional ? "book.email" : "book.your-email");
  const field = { name: "email", label, hint: t(hint), value, type: "email", isOptional } as const;
  return textField({ ...field, autocomplete: "email" }, errors, reader);
};

function phone(value: string | undefined, errors: readonly FieldError[], reader: PageReader): Html {
  const { t } = reader;
  const field = { name: "phone", label: t("book.phone"), hint: t("book.phone-hint"), value, isOptional: true };
  return textField({ ...field, autocomplete: "tel-national", inputMode: "tel", look: "short" }, errors, reader);
}
