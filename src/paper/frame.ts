import { type Html, html, pageBegin } from "../platform/text/html.ts";
import { type Language, textIn } from "../text/text.ts";
import "../text/server.ts";

/** The reader: the language of the screen, and whether this is a trial. */
export interface Reader {
  readonly language: Language;
  readonly trial: boolean;
}

export interface PrintedPage {
  readonly title: string;
  /** Above the paper, on the screen only */
  readonly tools: Html;
  readonly paper: Html;
  /** A sheet besides the one of all */
  readonly sheet?: string;
}

/** A page that is made to be printed. It is complete as it comes; where scripts run there is a button to print it. */
export function printedPage({ title, tools, paper, sheet }: PrintedPage, { language, trial }: Reader): Html {
  const t = textIn(language);
  return html`${pageBegin({ title: `${title} | ${t("identity.app-name")}`, language })}
<link rel="stylesheet" href="/paper.css">${sheet === undefined ? null : html`<link rel="stylesheet" href="${sheet}">`}
<script src="/paper.js" type="module"></script>
</head>
<body>
${trial ? html`<section class="trial" aria-label="${t("standIn.banner")}"><p>${t("identity.trial")}</p></section>` : null}
${tools}
<main>
${paper}
</main>
</body>
</html>
`;
}

export interface Tools {
  readonly back: Choice;
  /** False: nothing of anybody is on it */
  readonly isRecorded?: boolean;
  /** Groups of which one choice each holds */
  readonly groups?: readonly { readonly name: string; readonly choices: readonly (Choice & { isChosen: boolean })[] }[];
}

interface Choice {
  readonly label: string;
  readonly address: string;
}

/** Plain links, so that they work without a script. */
export function toolsOf({ back, groups = [], isRecorded = true }: Tools, { language }: Reader): Html {
  const t = textIn(language);
  const link = ({ label, address, isChosen }: Choice & { isChosen: boolean }) =>
    html`<li><a href="${address}"${isChosen ? html` aria-current="true"` : null}>${label}</a></li>`;
  return html`<header class="tools">
<p><a href="${back.address}">${back.label}</a></p>
${
  groups.length > 0
    ? html`<nav aria-label="${t("paper.options")}">${groups.map(
        ({ name, choices }) => html`<div><p>${name}</p><ul aria-label="${name}">${choices.map(link)}</ul></div>`,
      )}</nav>`
    : null
}
<p><button id="print" type="button" hidden>${t("paper.print")}</button> ${isRecorded ? t("paper.recorded") : null}</p>
</header>`;
}
