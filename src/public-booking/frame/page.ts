import { type Html, html, pageBegin } from "../../platform/text/html.ts";
import { type CitizensLanguage, OWN_NAMES, writingDirection } from "../../text/languages.ts";
import { type FormHold, HOLD_SCRIPT, holdBar, titleWithHold } from "./hold-bar.ts";
import { flag, icon } from "./icons.ts";
import { type PageReader, prefixOf } from "./reader.ts";
import { STYLE } from "./styles.ts";

export interface CitizensPage {
  readonly title: string;
  /** Its own address without the language: there it is in the other languages too. Null: it can't be asked for again */
  readonly address: string | null;
  /** Where the reader came from */
  readonly back?: string | null | undefined;
  /** Of six */
  readonly step?: StepNumber | undefined;
  /** Above the title: what is held */
  readonly hold?: FormHold | undefined;
  /** And what is wrong */
  readonly above?: Html | null | undefined;
  readonly main: Html;
  readonly aside?: Html | undefined;
  /** Over the whole width, with the title in it */
  readonly hero?: Html | undefined;
  /** Where the script is that adds to it what no page can do by itself */
  readonly script?: string | undefined;
  /** Search engines may list it, where it is no trial */
  readonly isListed?: boolean | undefined;
  /** More of its head: a sheet of its own, what programs read */
  readonly head?: Html | undefined;
}

export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** A page of the citizens', complete as it comes: one style sheet, one address of ours in each language. */
export function citizensPage(page: CitizensPage, reader: PageReader): Html {
  const { language, dir, trial, t } = reader;
  const title = page.hold ? titleWithHold(page.title, page.hold, reader) : page.title;
  const script = page.hold ? HOLD_SCRIPT.address : page.script;
  return html`${pageBegin({ title: citizensTitle(title, reader), language, dir, isListed: page.isListed === true && !trial })}
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="${STYLE.address}">${page.head ?? null}
${script ? html`<script src="${script}" defer></script>` : null}
</head>
<body class="citizen">
<a class="skip" href="#main">${t("book.skip")}</a>
<header class="cbar"><div><a class="brand" href="${reader.path("/book")}">${flag}<span>${t("book.brand")}</span></a> ${otherLanguage(page.address, reader)}</div></header>
${trial ? html`<section class="note note--warn trial" aria-label="${t("standIn.banner")}"><p>${t("book.trial")}</p></section>` : null}
${page.hero ? withHero(page, page.hero) : withoutHero(page, reader)}
<footer class="cfoot"><div>${languages(page.address, reader)} <span>${t("book.platform")}</span> <a href="${reader.path("/book/easy")}">${t("easy.link")}</a> <a href="${reader.path("/privacy")}">${t("book.privacy")}</a> <a href="${reader.path("/accessibility")}">${t("book.accessibility")}</a></div></footer>
</body>
</html>
`;
}

/** As the browser shows it. */
export const citizensTitle = (title: string, { t }: PageReader): string => `${title} | ${t("book.brand")}`;

const withHero = ({ main, aside }: CitizensPage, hero: Html): Html =>
  html`<main id="main">${hero}
<div class="cwrap cwrap--ask"><div class="cmain">${main}</div>${aside ? html`<div class="aside">${aside}</div>` : null}</div></main>`;

function withoutHero({ back, hold, above, step, main, aside }: CitizensPage, reader: PageReader): Html {
  const { t } = reader;
  return html`<div class="cwrap">
<main class="cmain" id="main">
${back ? html`<a class="back" href="${back}">${icon("back")}${t("book.back")}</a>` : null}
${hold ? holdBar(hold, reader) : null}${above ?? null}
${step ? stepLine(step, reader) : null}
${main}
</main>
${aside ? html`<aside class="aside" aria-label="${t("book.help")}">${aside}</aside>` : null}
</div>`;
}

const stepLine = (step: StepNumber, { t }: PageReader): Html =>
  html`<p class="stepno"><span class="bar" aria-hidden="true">${[1, 2, 3, 4, 5, 6].map((each) =>
    each <= step ? html`<i class="on"></i>` : html`<i></i>`,
  )}</span>${t("book.step", { step })}</p>`;

/** At the top the one that most look for; all of them at the foot. */
const otherLanguage = (address: string | null, { language }: PageReader): Html =>
  inLanguage(language === "el" ? "en" : "el", address, "alt-l");

const languages = (address: string | null, { language, languages: offered, t }: PageReader): Html =>
  html`<p class="langs"><span class="visually-hidden">${t("book.languages")}</span> ${offered().map((each) =>
    each === language ? html` <b>${OWN_NAMES[each]}</b>` : html` ${inLanguage(each, address)}`,
  )}</p>`;

/** A page that was made from what was sent can't be asked for again: then the start is offered in the other language. */
function inLanguage(other: CitizensLanguage, address: string | null, name?: string): Html {
  const dir = writingDirection(other);
  const look = name ? html` class="${name}"` : null;
  return html`<a${look} href="${prefixOf(other)}${address ?? "/book"}" lang="${other}" hreflang="${other}" dir="${dir}">${OWN_NAMES[other]}</a>`;
}
