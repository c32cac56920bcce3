import { formatReference } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { writingDirection } from "../../text/languages.ts";
import { type Text, textIn } from "../../text/text.ts";
import type { Fact } from "./facts.ts";
import type { LetterAct, LetterPage } from "./letter-page.ts";
import "../../text/server.ts";

const FONT = "font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const TEXT = `${FONT};margin:0 0 12px;font-size:17px;line-height:26px;color:#252830`;

/** What mail programs that know it make of the dark; the others show the light colours, which stand at each element. */
const DARK = `:root{color-scheme:light dark}
@media (max-width:480px){.px{padding-left:18px!important;padding-right:18px!important}.k{width:72px}.b{display:block!important;text-align:center}}
@media (prefers-color-scheme:dark){body,.page{background:#0f1620!important}
.sheet{background:#18212e!important;border-color:#39485c!important}.t,h1,h2{color:#f1f4f8!important}
.m,.foot{color:#c3ccd9!important}.card{background:#223044!important}.bg{background:#8fdcb4!important;border-color:#8fdcb4!important;color:#04291a!important}
.bs{background:#18212e!important;border-color:#9fb0c6!important;color:#cfe1ff!important}.foot{border-color:#39485c!important}}`;

/** Of the picture, within the message */
export const CODE_ID = "code";

/** One column of tables, as mail programs need; no script, no address of anybody's server; its one picture lies in the message. */
export function letterHtml(page: LetterPage): string {
  const t = textIn(page.language);
  const dir = writingDirection(page.language);
  const start = START[dir];
  return `<!doctype html>\n${
    html`<html lang="${page.language}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark"><title>${page.subject}</title><style>${DARK_STYLE}</style></head>
<body style="margin:0;padding:0;background:#f3f6fa">
<div style="display:none;max-height:0;overflow:hidden">${page.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" dir="${dir}" style="background:#f3f6fa"><tr>
<td align="center" style="padding:20px 10px"><main>
<table role="presentation" cellpadding="0" cellspacing="0" class="sheet" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #ccd5e1;border-radius:10px;border-collapse:separate;text-align:${start}">
<tr><td class="px" style="${FONT};background:#003375;color:#ffffff;font-size:17px;line-height:24px;font-weight:700;padding:14px 32px;border-radius:9px 9px 0 0">${t("letter.head")}</td></tr>
<tr><td class="px" style="padding:24px 32px 12px">
${paragraph(page.greeting)}
<h1 style="${FONT};margin:0 0 16px;font-size:25px;line-height:32px;color:#252830">${page.heading}</h1>
${page.paragraphs.map(paragraph)}
${page.asks.map(button)}
${page.facts.length > 0 ? card(page.facts, dir) : null}
${page.code === null ? null : picture(page.code, t)}
${page.acts.map(button)}
${list(page.bringTitle, page.bring, dir)}
${list(t("letter.access"), page.access, dir)}
${page.next.map(paragraph)}
${(page.note ?? "").split("\n").filter(Boolean).map(paragraph)}
</td></tr>
<tr><td class="px" style="padding:0 32px 24px"><div class="foot" style="${FONT};padding-top:14px;border-top:1px solid #ccd5e1;font-size:14px;line-height:21px;color:#5b616e">
${page.foot.map((text) => html`<p style="margin:0 0 6px">${text}</p>`)}
</div></td></tr></table></main></td></tr></table></body></html>`.markup
  }\n`;
}

type Direction = ReturnType<typeof writingDirection>;

/** Not as "start": old mail programs know the two sides alone. */
const START = { ltr: "left", rtl: "right" } as const;
const END = { ltr: "right", rtl: "left" } as const;

const DARK_STYLE: Html = { markup: DARK };

const paragraph = (text: string): Html => html`<p class="t" style="${TEXT}">${text}</p>`;

const MAIN = "background:#006736;border:1px solid #006736;color:#ffffff";
const OTHER = "background:#ffffff;border:1px solid #6c7482;color:#003375";

const button = ({ label, address, isMain }: LetterAct): Html =>
  html`<p style="margin:0 0 12px"><a class="${isMain ? "b bg" : "b bs"}" href="${address}" style="${FONT};display:inline-block;${
    isMain ? MAIN : OTHER
  };border-radius:6px;padding:13px 18px;font-size:17px;line-height:22px;font-weight:600;text-decoration:none">${label}</a></p>`;

const card = (facts: readonly Fact[], dir: Direction): Html => html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="background:#eef3fa;border-radius:8px;margin:0 0 16px"><tr>
<td style="padding:12px 18px"><table cellpadding="0" cellspacing="0">${facts.map((fact) => factRow(fact, dir))}</table></td></tr></table>`;

const factRow = ({ label, ...fact }: Fact, dir: Direction): Html => html`
<tr><th scope="row" class="m k" style="${FONT};font-weight:400;text-align:${START[dir]};font-size:15px;line-height:23px;color:#464c59;padding:5px 0;padding-${END[dir]}:16px;vertical-align:top">${label}</th>
<td class="t" style="${FONT};font-size:17px;line-height:24px;color:#252830;padding:5px 0;vertical-align:top">${factValue(fact)}</td></tr>`;

function factValue({ value, isStrong, isPast }: Omit<Fact, "label">): Html | string {
  if (isPast) return html`<s>${value}</s>`;
  return isStrong ? html`<b>${value}</b>` : value;
}

const SIDE = 138;

/** On white of its own, also where the letter is dark. */
const picture = (code: string, t: Text): Html =>
  html`<p style="margin:0 0 16px"><img src="cid:${CODE_ID}" width="${SIDE}" height="${SIDE}" alt="${t("visit.qr", { code: formatReference(code) })}" style="display:block;background:#ffffff;border-radius:6px"></p>`;

const list = (title: string, items: readonly string[], dir: Direction): Html | null =>
  items.length === 0
    ? null
    : html`<h2 class="t" style="${FONT};margin:10px 0 6px;font-size:18px;line-height:25px;color:#252830">${title}</h2>
<ul class="t" style="${TEXT};padding:0;padding-${START[dir]}:20px">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
