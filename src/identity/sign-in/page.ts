import { type Html, html } from "../../platform/text/html.ts";
import type { GreekWords } from "../../text/greek-words.ts";
import { type Language, textIn } from "../../text/text.ts";
import "../../text/server.ts";

type Key = keyof GreekWords["identity"];
/** Those refusals that have a page of their own */
export type PageCode = Key extends infer Name
  ? Name extends `${infer Code}-title`
    ? Exclude<Code, "signed-out">
    : never
  : never;

export interface PageOptions {
  readonly language: Language;
  readonly trial: boolean;
}

/** Why there is no way in, and the two ways on: once more, or as somebody else. */
export function refusalPage(code: PageCode, options: PageOptions): Html {
  const t = textIn(options.language);
  const main = html`<p>${t(`identity.${code}-text`)}</p>
<p><a class="button" href="/sign-in">${t("identity.try-again")}</a></p>
<form class="other" method="post" action="/sign-out">
<p>${t("identity.other-person")}</p>
<button>${t("identity.sign-out-government")}</button>
</form>`;
  return page(t(`identity.${code}-title`), main, options);
}

export function signedOutPage(options: PageOptions): Html {
  const t = textIn(options.language);
  const main = html`<p>${t("identity.signed-out-text")}</p>
<p><a class="button" href="/sign-in">${t("identity.sign-in")}</a></p>`;
  return page(t("identity.signed-out-title"), main, options);
}

/** As the application draws it (src/kit/ui/mark.tsx). */
const MARK = html`<svg viewBox="0 0 26 26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"><path d="M5 22.500V11a8 8 0 0 1 16 0v11.500M1.500 22.500h23"/><circle cx="13" cy="11.800" r="3" fill="#fd0" stroke="none"/><path d="M9 22.500v-1.700a4 4 0 0 1 8 0v1.700" stroke-width="2"/></svg>`;

function page(title: string, main: Html, { language, trial }: PageOptions): Html {
  const t = textIn(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${t("identity.app-name")}</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
${trial ? html`<section class="trial" aria-label="${t("standIn.banner")}"><p>${t("identity.trial")}</p></section>` : null}
<header class="top-bar"><p class="brand">${MARK}${t("identity.app-name")}</p></header>
<main>
<div class="message">
<h1>${title}</h1>
${main}
</div>
</main>
</body>
</html>
`;
}

const CODES: Readonly<Record<PageCode, true>> = {
  "sign-in-denied": true,
  "sign-in-expired": true,
  "sign-in-failed": true,
  "sign-in-unavailable": true,
  "no-gate": true,
  "office-not-joined": true,
  "directory-unavailable": true,
  unavailable: true,
};

export const isPageCode = (code: string): code is PageCode => Object.hasOwn(CODES, code);
