import { type Html, html } from "../../../src/platform/text/html.ts";
import { textIn } from "../../../src/text/text.ts";
import { SMTP_STAGES, SMTP_TROUBLES, type SmtpFault, type SmtpKnobs } from "./knobs.ts";
import { mailPage } from "./mail-page.ts";
import "../../../src/text/server.ts";

const t = textIn("el");

const FAULT_FIELDS = ["recipient", "code", "text", "ms", "times"] as const;
type FaultField = (typeof FAULT_FIELDS)[number];

interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  /** The names of the fields that can't be as they are */
  readonly wrong: readonly PropertyKey[];
}

/** What goes wrong by now, and a form for something more. */
export const knobsPage = (knobs: SmtpKnobs, refused?: Refused): Html =>
  mailPage(
    t("mailStandIn.knobs-title"),
    knobs,
    html`${refused ? alertAbout(refused.wrong) : null}
<p>${t("mailStandIn.knobs-explanation")}</p>
${knobs.faults.length > 0 ? html`<ul>${knobs.faults.map(faultItem)}</ul>` : null}
<form method="post">
<button name="act" value="${knobs.dead ? "revive" : "kill"}">${t(`mailStandIn.${knobs.dead ? "revive" : "kill"}`)}</button>
<button name="act" value="off">${t("mailStandIn.all-off")}</button>
</form>
<h2>${t("mailStandIn.add-title")}</h2>
<form method="post">
${choiceOf("at", ["each", ...SMTP_STAGES], refused)}
${choiceOf("does", SMTP_TROUBLES, refused)}
${FAULT_FIELDS.map((name) => fieldOf(name, refused))}
<button name="act" value="add">${t("mailStandIn.add")}</button>
</form>`,
  );

function alertAbout(wrong: readonly PropertyKey[]): Html {
  const labels = FAULT_FIELDS.filter((name) => wrong.includes(name)).map((name) => t(`mailStandIn.field-${name}`));
  return html`<p role="alert"><strong>${t("mailStandIn.refused", { fields: labels.join(", ") })}</strong></p>`;
}

function faultItem({ at, does, recipient, code, text, ms, times }: SmtpFault): Html {
  const parts = [
    t(`mailStandIn.at-${at}`),
    t(`mailStandIn.does-${does}`),
    ...(does === "refuse" ? [`${code} ${text}`] : []),
    ...(does === "delay" ? [t("mailStandIn.for-ms", { ms })] : []),
    ...(recipient === "*" ? [] : [recipient]),
    ...(times === null ? [] : [t("mailStandIn.times-left", { count: times })]),
  ];
  return html`<li>${parts.join(" · ")}</li>
`;
}

type Choice = "at" | "does";
type ChoiceKey = `at-${SmtpFault["at"]}` | `does-${SmtpFault["does"]}`;

const choiceOf = (name: Choice, values: readonly string[], refused: Refused | undefined): Html =>
  html`<p><label for="${name}">${t(`mailStandIn.field-${name}`)}</label>
<select id="${name}" name="${name}">${values.map(
    (value) =>
      html`<option value="${value}"${value === refused?.typed[name] ? html` selected` : null}>${t(`mailStandIn.${`${name}-${value}` as ChoiceKey}`)}</option>`,
  )}</select></p>
`;

const fieldOf = (name: FaultField, refused: Refused | undefined): Html =>
  html`<p><label for="${name}">${t(`mailStandIn.field-${name}`)}</label>
<input id="${name}" name="${name}" value="${refused?.typed[name] ?? ""}" autocomplete="off"${refused?.wrong.includes(name) ? html` aria-invalid="true"` : null}></p>
`;
