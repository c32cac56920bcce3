import { formatPhone } from "../../../kit/dates.ts";
import type { FinderOffice } from "../../../offices/places/finder-office.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { inLine } from "../../../text/languages.ts";
import { ADDRESS } from "../../frame/address.ts";
import { nameOfOffice, serviceInWords } from "../../frame/names.ts";
import { facts, list, type Row, rows, telephone } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { type AtLink, partOf } from "../../visit/at-link.ts";
import { whenOf } from "../../visit/shown.ts";
import { nextDrawWords } from "../draw/draw-page.ts";
import { dayPartWords, daysWords, drawMoment, onDrawMoment, ticketWords } from "../drawing-words.ts";
import type { OwnWish, PlaceOfWish } from "./own-wish.ts";

/** What several pages of a wish are put together from. */

/** What was asked for, in its order. */
export function factsOfWish({ wish, service, draw, offices }: OwnWish, reader: PageReader): Html {
  const { t, language } = reader;
  const either = new Intl.ListFormat(language, { type: "disjunction" });
  const names = wish.offices.flatMap((id) => {
    const office = offices.find((each) => each.id === id);
    return office ? [nameOfOffice(office, reader)] : [];
  });
  const when = either.format(wish.dayParts.map((dayPart) => dayPartWords(dayPart, reader)));
  const count = wish.units > 1 ? t("drawWish.people-are", { people: wish.units }) : null;
  return facts(
    [
      {
        name: t("visit.what"),
        value: inLine(language, serviceInWords(service, reader), count),
        small: daysWords(draw, reader),
      },
      { name: t("visit.when"), value: when, small: wish.others ? t("drawWish.others-too") : null },
      { name: t("visit.where"), value: either.format(names) },
    ],
    reader,
  );
}

/** When, where and what of the place that they were given. */
export function placeFacts({ place, date, time }: PlaceOfWish, { service }: OwnWish, reader: PageReader): Html {
  const { t } = reader;
  return facts(
    [
      { name: t("visit.when"), value: whenOf({ date, time }, reader) },
      { name: t("visit.where"), value: nameOfOffice(place, reader), small: place.address },
      { name: t("visit.what"), value: serviceInWords(service, reader) },
    ],
    reader,
  );
}

export const fingerprintPart = ({ fingerprint }: OwnWish, { t }: PageReader): Html =>
  html`<h2>${t("drawWish.fingerprint")}</h2><p>${t("drawWish.fingerprint-text")}</p><p><code dir="ltr" lang="en">${fingerprint}</code></p>`;

/** Its number and its place in the order, with the way to check them. */
export function orderLine({ wish, draw, odds }: OwnWish, { t, path }: PageReader): Html {
  const values = { number: ticketWords(wish.number), place: wish.place ?? 0, of: odds?.wishes ?? 0 };
  const words = wish.place === null || !odds ? null : t("drawWish.order", values);
  return html`<p class="small">${words} <a href="${path(ADDRESS.draw(draw.number, wish.number))}">${t("drawWish.check")}</a></p>`;
}

/** What somebody can do who has no place. */
export function waysOn({ draw, service, next }: OwnWish, at: AtLink): Html {
  const { reader } = at;
  const { t, path } = reader;
  const free: Row = {
    address: path(ADDRESS.earliest({ service: service.code })),
    label: t("drawWish.way-free"),
  };
  const open: Row = {
    address: path(ADDRESS.draw(draw.number)),
    label: t("drawWish.way-open"),
    small: drawMoment(draw.releaseAt, reader),
  };
  const other: Row[] = next
    ? [
        {
          address: partOf(at, "draw/next"),
          label: t("drawWish.way-next", { days: daysWords(next, reader) }),
          small: next.stands === "open" ? null : t("draw.opens-on", { when: onDrawMoment(next.opensAt, reader) }),
        },
      ]
    : [];
  return html`<h2>${t("drawWish.ways")}</h2>${rows([free, ...(draw.releasedAt ? [] : [open]), ...other])}`;
}

export function phonesOf({ offices, wish }: OwnWish, reader: PageReader): Html | null {
  const own = offices.filter(({ id, phone }) => phone !== null && wish.offices.includes(id));
  if (own.length === 0) return null;
  const line = (office: FinderOffice): Html =>
    html`${nameOfOffice(office, reader)} ${telephone(office.phone as string, formatPhone(office.phone as string))}`;
  return html`<h2>${reader.t("drawWish.person")}</h2>${list(own.map(line))}`;
}

/** «Η επόμενη …», as a sentence; null: none is planned. */
export const nextLine = ({ next }: OwnWish, reader: PageReader): Html | null =>
  next &&
  html`<p>${nextDrawWords(next, reader)} <a href="${reader.path(ADDRESS.draw(next.number))}">${reader.t("draws.of", { draw: next.number })}</a></p>`;
