import ical, { ICalAlarmType, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { formatReference } from "../../kit/dates.ts";
import { domainOf } from "../../platform/text/email.ts";
import { withoutLanguages } from "../../text/foreign.ts";
import { localName } from "../../text/local-names.ts";
import { textIn } from "../../text/text.ts";
import type { Letter } from "../letter.ts";
import type { Sender, Visit } from "../visit-sql.ts";
import { type Envelope, pageAddress } from "./envelope.ts";
import { postalLine } from "./facts.ts";
import "../../text/server.ts";

const ATHENS = "Europe/Athens";

/** The evening before there is a letter; this is for setting out. */
const ALARM_SECONDS = 2 * 3_600;

/** The European Union's rule (directive 2000/84/EC), which Greece follows: clocks change at 01:00 UTC. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ATHENS}
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`.replaceAll("\n", "\r\n");

/**
 * The visit for a calendar (RFC 5545, 5546): one entry for its whole life, which every later letter changes or takes
 * away. No name stands in it.
 */
export function calendarOf({ kind, visit }: Letter, sender: Sender, envelope: Envelope) {
  const isCancelled = kind === "cancellation";
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  return {
    method: isCancelled ? "CANCEL" : "REQUEST",
    content: calendarText(method, visit, sender, envelope),
    filename: "appointment.ics",
  } as const;
}

/** The same entry to download: nobody is asked to come. */
export const publishedCalendar = (visit: Visit, sender: Sender, envelope: Envelope): string =>
  calendarText(ICalCalendarMethod.PUBLISH, visit, sender, envelope);

/** How often a calendar that follows a visit is asked to look again. */
const LOOK_AGAIN_SECONDS = 3_600;

/**
 * The same entry for a calendar that looks again by itself: whoever keeps that learns when the visit is, and where, and neither
 * the matter nor the code. Until it changes it is the same to the letter. @param envelope `at`: its last change
 */
export function followedCalendar(visit: Visit, sender: Sender, envelope: Envelope): string {
  const t = textIn(visit.language);
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH, visit);
  calendar.name(t("letter.head")).ttl(LOOK_AGAIN_SECONDS);
  calendar.createEvent(entryOf(visit, sender, envelope));
  return calendar.toString();
}

function calendarText(method: ICalCalendarMethod, visit: Visit, sender: Sender, envelope: Envelope): string {
  const t = textIn(visit.language);
  const calendar = emptyCalendar(method, visit);
  calendar.createEvent({
    ...entryOf(visit, sender, envelope),
    description: [visit.serviceName, t("letter.calendar-code", { code: formatReference(visit.reference) }), visit.bring]
      .filter((line) => line)
      .map((line) => withoutLanguages(line as string))
      .join("\n"),
    // As long as an entry lives it has one organizer, whoever reads the office's mail by then.
    organizer: { name: officeName(visit, sender), email: envelope.from },
    ...(method !== ICalCalendarMethod.PUBLISH && {
      attendees: [{ email: visit.email as string, rsvp: false, status: ICalAttendeeStatus.ACCEPTED }],
    }),
  });
  return calendar.toString();
}

/** The zone is the event's: as the calendar's, the library would write its stamp in local time. */
const emptyCalendar = (method: ICalCalendarMethod, { language }: Visit) =>
  ical({
    method,
    prodId: `//Visits Platform//Appointments//${language.toUpperCase()}`,
    timezone: { name: null, generator: () => VTIMEZONE },
  });

const officeName = ({ language }: Visit, sender: Sender): string => withoutLanguages(localName(sender, language));

/** When and where; under one identity over all offices that have the visit, one after another. */
function entryOf(visit: Visit, sender: Sender, { from, at, site }: Envelope) {
  const { id, entry, version, isLive, language } = visit;
  const office = officeName(visit, sender);
  return {
    id: `${entry?.uid ?? id}@${domainOf(from)}`,
    sequence: (entry?.sequence ?? 0) + version,
    stamp: at,
    timezone: ATHENS,
    start: visit.startsAt.toZonedDateTimeISO(ATHENS),
    end: visit.endsAt.toZonedDateTimeISO(ATHENS),
    status: isLive ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    // A calendar is shown to others: there the code and the surname are asked for.
    url: pageAddress(site, language, "/book/find"),
    ...(isLive && { alarms: [{ type: ICalAlarmType.display, trigger: ALARM_SECONDS }] }),
    summary: textIn(language)("letter.calendar-title", { office }),
    location: [office, postalLine(sender)].filter(Boolean).join(", "),
  };
}
