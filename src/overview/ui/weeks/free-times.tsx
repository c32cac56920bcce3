import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Availability } from "../../../appointments/contract.ts";
import { earliestOffered, firstTimes } from "../../../appointments/ui/panel/times/first-times.ts";
import { ReadLine } from "../../../appointments/ui/panel/words/read-line.tsx";
import { availabilityQuery } from "../../../appointments/ui/queries.ts";
import { dayAndMonth, daysAfter } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { mondayOf } from "../../../kit/weeks-range.ts";
import type { Office, Service } from "../../../offices/contract.ts";
import type { DayRoom, Weeks } from "../../contract.ts";
import { activeQueues, dayWords, freeOn, queueClosedWords } from "../day-words.ts";
import { NewAt } from "../new-at.tsx";
import { placeInFull } from "../place-words.ts";
import { roomSentence } from "./room-sentence.ts";

type DayTimes = Availability["days"][number];

/** As many as a person can hear. */
const SAID = 3;
const LISTED = 6;

interface FreeTimesProps {
  readonly day: DayRoom;
  readonly office: Office;
  readonly service: Service;
  readonly weeks: Weeks;
}

/** The first free times of the shown day, queue by queue, each of them one press from its form. */
export function FreeTimes(props: FreeTimesProps) {
  const t = useText();
  const { language } = useLanguage();
  const { day, office, service } = props;
  const named = dayAndMonth(day.date, language);
  return (
    <section className="free-times sheet" aria-label={t("overview.times", { day: named })}>
      <h2>{named}</h2>
      {freeOn(day) > 0 ? <Times {...props} /> : <p>{dayWords(day, t)}</p>}
      <Link
        className={classes(buttonClass("plain", "small"), "free-times__day")}
        to="/offices/$office/days/$date"
        params={{ office: office.code, date: day.date }}
        search={{}}
      >
        {t("overview.open-day")}
      </Link>
      <Link
        className={buttonClass("plain", "small")}
        to="/offices/$office/why/$date"
        params={{ office: office.code, date: day.date }}
        search={{ service: service.code }}
      >
        {t("overview.why-title")}
      </Link>
    </section>
  );
}

/** A week's times are asked for at once: moving about in it needs no further answer. */
function Times({ day, office, service, weeks }: FreeTimesProps) {
  const t = useText();
  const { language } = useLanguage();
  const monday = mondayOf(day.date);
  const { data, error } = useQuery(availabilityQuery(office.code, monday, daysAfter(monday, 6), service.code));
  const times = data?.days.find(({ date }) => date === day.date);
  if (!times) return <p role="status">{t(error ? "overview.times-failed" : "overview.times-loading")}</p>;
  const earliest = earliestOffered(weeks.now, office.leadMinutes, "phone");
  const said = firstTimes([times], earliest, [], SAID).map(({ time }) => time);
  return (
    <>
      {said.length > 0 && (
        <ReadLine sentence={roomSentence(day.date, said, weeks.now.date, language)} language={language} />
      )}
      {activeQueues(day, weeks.queues).map(({ room, name }) => (
        <div className="free-times__queue" key={room.number}>
          <h3>{name}</h3>
          {room.free > 0 ? (
            <TimesOfQueue office={office} service={service} times={times} queue={room.number} name={name} />
          ) : (
            <p>{room.offered > 0 ? t("overview.full") : queueClosedWords(room.closed, t)}</p>
          )}
        </div>
      ))}
    </>
  );
}

interface TimesOfQueueProps {
  readonly office: Office;
  readonly service: Service;
  readonly times: DayTimes;
  readonly queue: number;
  readonly name: string;
}

function TimesOfQueue({ office, service, times: { date, times }, queue, name }: TimesOfQueueProps) {
  const t = useText();
  const { language } = useLanguage();
  const free = times.filter(({ queues }) => queues.includes(queue));
  const left = free.length - LISTED;
  return (
    <ul className="group">
      {free.slice(0, LISTED).map(({ time }) => (
        <li key={time}>
          <NewAt
            office={office.code}
            place={{ date, time, queue }}
            service={service.code}
            className={buttonClass("plain", "small")}
            label={t("overview.new-at", { place: placeInFull({ date, time, queue }, name, t, language) })}
          >
            {time}
          </NewAt>
        </li>
      ))}
      {left > 0 && <li className="hint">{t("overview.times-more", { count: left })}</li>}
    </ul>
  );
}
