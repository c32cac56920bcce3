import { SESSION_MINUTES } from "../../identity/citizens/session.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SessionWays } from "../frame/deps.ts";
import { citizensPage } from "../frame/page.ts";
import { list, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { signInButtons } from "./sign-in-buttons.ts";

/** What became of a sign-in before; null: nothing did */
export type SignInNote = "over" | "failed" | null;

interface SignInShown {
  readonly note: SignInNote;
  readonly ways: SessionWays;
  /** Shows that the form is ours */
  readonly mark: string | null;
}

/** What it shows, before somebody is asked who it is. */
export function ownSignInPage({ note, ways, mark }: SignInShown, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("mine.title");
  const hasFailed = note === "failed";
  const main = html`<h1>${title}</h1>${noteOf(note, reader)}<p class="lead">${t("mine.lead")}</p>
${list(contentOf(ways, reader))}
<form class="cform" method="post" action="${path(ADDRESS.mine())}">${markField(mark)}${signInButtons(ways, "by", reader)}</form>
<p class="small after-note">${t("mine.short", { minutes: SESSION_MINUTES })}</p>
<h2>${t("mine.without")}</h2>${rows([
    { address: path(ADDRESS.find), label: t("visit.find-title"), small: t("visit.over-find-by") },
    { address: path(ADDRESS.offices()), label: t("visit.find-phones") },
  ])}`;
  return citizensPage(
    {
      title: hasFailed ? t("book.error-title", { title }) : title,
      address: ADDRESS.mine(),
      back: path(ADDRESS.start),
      main,
    },
    reader,
  );
}

const contentOf = ({ taxisnet, wallet }: SessionWays, { t }: PageReader): readonly string[] => [
  ...(taxisnet ? [t("mine.shows-booked"), t("mine.shows-business")] : []),
  ...(wallet === "number" ? [t("mine.shows-wallet")] : []),
  t("mine.shows-added"),
];

function noteOf(note: SignInNote, { t }: PageReader): Html | null {
  if (note === null) return null;
  return note === "failed"
    ? html`<div class="errsum" role="alert"><p><b>${t("mine.failed")}</b></p></div>`
    : html`<div class="note" role="status"><p>${t("mine.over")}</p></div>`;
}
