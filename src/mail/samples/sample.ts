import { clockTextOf, dateOf } from "../../platform/time.ts";
import { textIn } from "../../text/text.ts";
import { wordedServices } from "../letter/services-words.ts";
import type { Letter } from "../letter.ts";
import { NOTHING_MORE, type Sender } from "../visit-sql.ts";
import type { SampleService } from "./sample-sql.ts";
import "../../text/server.ts";
import type { CitizensLanguage } from "../../text/languages.ts";

/** The confirmation of a visit that nobody has booked: tomorrow at ten. Pure. */
export function sampleLetter(
  service: SampleService,
  { email }: Pick<Sender, "email">,
  language: CitizensLanguage,
  now: Temporal.Instant,
): Letter {
  const tomorrow = dateOf(now).add({ days: 1 });
  const startsAt = tomorrow.toZonedDateTime({ timeZone: "Europe/Athens", plainTime: "10:00" }).toInstant();
  const { minutes } = service;
  const visit: Letter["visit"] = {
    id: "sample",
    reference: "000000000",
    email,
    language,
    status: "booked",
    isLive: true,
    version: 1,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    date: tomorrow.toString(),
    time: clockTextOf(startsAt),
    minutes,
    ...NOTHING_MORE,
    ...wordedServices([{ ...service, person: 1, own: null, ownLines: null }], "self", language),
  };
  return { kind: "confirmation", visit, was: null };
}

/** Of no office, for what all letters have in common. */
export const sampleSender = (language: CitizensLanguage, frame: Sender["frame"]): Sender => ({
  name: textIn(language)("letter.sample-office"),
  nameEn: null,
  address: null,
  postcode: null,
  municipality: "",
  phone: null,
  email: null,
  access: { stepFreeEntrance: null, lift: null, accessibleWc: null, disabledParking: null },
  accessNotes: null,
  note: null,
  noteEn: null,
  isOpenToCitizens: false,
  frame,
});
