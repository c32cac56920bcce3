import { longDateAtTime } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { newToken } from "../../platform/token.ts";
import { markField } from "../choose/time-form.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import { nameOfOffice, visitInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { facts } from "../frame/parts.ts";
import { qrCode } from "../frame/qr.ts";
import type { PageReader } from "../frame/reader.ts";

/** «Συνεχίστε στην άλλη συσκευή»: a drawing of an address of ours, which any camera opens. */
export function elsewherePage({ form, now }: OpenForm, address: string, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.wallet-elsewhere-title");
  const main = html`<h1>${title}</h1>
<div class="qr-large">${qrCode(address, t("book.wallet-elsewhere-qr"))}</div>
<ol class="ul after-note"><li>${t("book.wallet-elsewhere-scan")}</li><li>${t("book.wallet-elsewhere-press")}</li></ol>
<div class="note after-note"><p>${t("book.wallet-elsewhere-typed")}</p></div>
<p class="small after-note">${t("book.wallet-elsewhere-not")} <a href="${path(ADDRESS.wallet)}">${t("book.wallet-here")}</a></p>`;
  return citizensPage(
    { title, address: ADDRESS.walletElsewhere, back: path(ADDRESS.wallet), step: 6, hold: { form, now }, main },
    reader,
  );
}

interface Moving {
  readonly token: string;
  readonly tokenHash: Buffer;
}

/** At the device to which it moves: what for, and nothing of whoever began it. */
export function walletMovePage(
  { form, place, service }: OpenForm,
  { token, tokenHash }: Moving,
  reader: PageReader,
): Html {
  const { language, t, path } = reader;
  const title = t("book.wallet-move-title");
  const at = { date: dateTextOf(form.starts_at), time: clockTextOf(form.starts_at) };
  const main = html`<h1>${title}</h1>
${facts(
  [
    { name: t("book.what"), value: visitInWords(service, reader) },
    { name: t("book.where"), value: nameOfOffice(place, reader) },
    { name: t("book.when"), value: longDateAtTime(at, language) },
  ],
  reader,
)}
<div class="note note--warn after-note"><p>${t("book.wallet-move-only")}</p></div>
<form method="post" action="${path(ADDRESS.walletMove(token))}" class="after-note">${markField(formMark(tokenHash))}<input type="hidden" name="nonce" value="${newToken()}"><button class="button button--go button--block">${t("book.wallet-move")}</button></form>`;
  return citizensPage({ title, address: null, main }, reader);
}

/**
 * It went on there, somewhere else, or not within five minutes.
 * @param from whether this is where the drawing was
 */
export function movedPage({ from }: { readonly from: boolean }, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.wallet-moved");
  const main = html`<h1>${title}</h1><p class="lead">${t(from ? "book.wallet-moved-away" : "book.wallet-moved-text")}</p>
<p><a class="button" href="${path(ADDRESS.start)}">${t("book.trouble-start")}</a></p>`;
  return citizensPage({ title, address: null, main }, reader);
}
