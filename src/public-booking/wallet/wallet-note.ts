import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { citizensPage } from "../frame/page.ts";
import type { PageReader } from "../frame/reader.ts";

/** That a wallet did not show who somebody is, and what can be done. */

/** What became of a try. */
export type WalletNote =
  | "declined"
  | "no-identity"
  | "revoked"
  | "expired"
  | "wrong"
  /** It can't be known just now who issues identities, or whether what was shown is valid */
  | "not-now"
  /** The same, but what was shown is there and can be looked at again */
  | "soon"
  /** It went on in another browser than it began in */
  | "elsewhere"
  /** Answered was a try before the last one of this browser, or somebody else's */
  | "other-try"
  /** It answered, and has not brought the browser back yet */
  | "not-back"
  | "over"
  /** It showed names alone, and nothing that is the same next time, where somebody signs in */
  | "no-number";

const NOTES: Readonly<Record<string, WalletNote>> = {
  declined: "declined",
  untrusted: "no-identity",
  "wrong-type": "no-identity",
  "no-name": "no-identity",
  revoked: "revoked",
  expired: "expired",
  "not-yet-valid": "expired",
  "status-unknown": "no-identity",
  "not-now": "not-now",
};

/** In a citizen's words. @param reason of a wallet's fault: what has no words of its own was no answer of a wallet */
export const walletNoteOf = (reason: string | null): WalletNote => NOTES[reason ?? ""] ?? "wrong";

interface Noted {
  readonly note: WalletNote;
  /** Where the same answer is looked at once more */
  readonly again: string | null;
  /** Whether there is something that was typed before */
  readonly keepsTyped: boolean;
}

export const noteOf = ({ note, again, keepsTyped }: Noted, { t }: PageReader): Html =>
  html`<div class="errsum" role="alert"><p><b>${t(`book.wallet-note-${wordOf(note)}`)}</b></p><p>${t(`book.wallet-next-${wordOf(note)}`)}${
    keepsTyped ? html` ${t("book.taxisnet-kept-typed")}` : null
  }</p>${note === "soon" && again !== null ? html`<p><a href="${again}">${t("book.wallet-look-again")}</a></p>` : null}</div>`;

const wordOf = (note: WalletNote) => (note === "soon" ? "not-now" : note);

/** For whoever wanted to sign in. @param back without the language, where they set out */
export function signInNotePage(
  { back, ...noted }: Omit<Noted, "keepsTyped"> & { readonly back: string },
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const title = t("book.wallet-title");
  const keepsTyped = back !== ADDRESS.mine();
  const main = html`<h1>${title}</h1><p><a class="button button--go button--block" href="${path(back)}">${t("book.continue")}</a></p>`;
  return citizensPage(
    {
      title: t("book.error-title", { title }),
      address: null,
      back: path(back),
      above: noteOf({ ...noted, keepsTyped }, reader),
      main,
    },
    reader,
  );
}

/** For the browser that a wallet opened although the try began in another one: nobody's form is here. */
export function walletElsewherePage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.wallet-note-elsewhere");
  const main = html`<h1>${title}</h1><p class="lead">${t("book.wallet-next-elsewhere")}</p><p>${t("book.wallet-elsewhere-back")}</p>
<p><a class="button" href="${path(ADDRESS.start)}">${t("book.trouble-start")}</a></p>`;
  return citizensPage({ title, address: null, main }, reader);
}
