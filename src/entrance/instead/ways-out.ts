import { atTime, formatPhone } from "../../kit/dates.ts";
import { dateOf } from "../../platform/time.ts";
import { relativeLongDate } from "../../public-booking/choose/date-words.ts";
import { formatDistance } from "../../public-booking/find/distance.ts";
import { ADDRESS } from "../../public-booking/frame/address.ts";
import type { Drawing } from "../../public-booking/frame/icons.ts";
import { inGreek, nameOfOffice } from "../../public-booking/frame/names.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { inLine } from "../../text/languages.ts";
import { waitingWords } from "../number/waiting-words.ts";
import type { Alternatives } from "./alternatives.ts";
import type { OfficeWithRoom } from "./offices-with-room.ts";

/** What a full day leaves to do, as the screen at the entrance and the own phone both say it. */
export interface WayOut {
  readonly drawing: Drawing;
  readonly name: string;
  readonly text: string;
  /** How it is done from where the screen stands; null: the text says it */
  readonly how: string | null;
  /** Where it goes on, on a phone, without the language; null: nowhere */
  readonly address: string | null;
}

export function whyFull({ waiting, until }: Pick<Alternatives, "waiting" | "until">, reader: PageReader): string {
  const { t } = reader;
  if (until === null) return t("entrance.full-closed");
  return `${waitingWords(waiting, reader)} ${t("entrance.full-text", { time: until })}`;
}

export function waysOut(instead: Alternatives, now: Temporal.Instant, reader: PageReader): readonly WayOut[] {
  const { t } = reader;
  return [
    bookHere(instead, now, reader),
    ...instead.near.map((near) => goThere(near, reader)),
    {
      drawing: "screen",
      name: t("entrance.full-online"),
      text: t("entrance.full-online-text"),
      how: null,
      address: ADDRESS.services(),
    },
    {
      drawing: "info",
      name: t("entrance.full-urgent"),
      text: t("entrance.full-urgent-text"),
      how: null,
      address: null,
    },
  ];
}

/** The first free time where it is known, else only how one books. */
function bookHere({ office, first }: Alternatives, now: Temporal.Instant, reader: PageReader): WayOut {
  const { language, t } = reader;
  const phone = office.phone ? `${t("finder.phone")}: ${formatPhone(office.phone)}.` : "";
  const common = { drawing: "calendar", how: t("entrance.full-book-text") } as const;
  if (!first) return { ...common, name: t("entrance.full-book"), text: phone, address: ADDRESS.office(office.code) };
  const when = inLine(language, relativeLongDate(first.date, dateOf(now), reader), atTime(first.time, language));
  return {
    ...common,
    name: t("entrance.full-first", { when }),
    text: [t("entrance.full-first-text", { minutes: first.minutes }), phone].filter(Boolean).join(" "),
    address: ADDRESS.services(undefined, { office: office.code }),
  };
}

function goThere({ office, km, until }: OfficeWithRoom, reader: PageReader): WayOut {
  const { language, t } = reader;
  const street = [office.address, office.municipality].filter(Boolean).join(", ");
  return {
    drawing: "pin",
    name: inLine(
      language,
      nameOfOffice(office, reader),
      formatDistance(km, reader),
      t("entrance.full-open", { time: until }),
    ),
    text: `${t("entrance.full-gives")} ${inGreek(street, reader)}`,
    how: null,
    address: ADDRESS.office(office.code),
  };
}
