import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { capitalised } from "../../../appointments/ui/panel/words/when.ts";
import { shortDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { CallsLink } from "../../../proposals/ui/calls/calls-link.tsx";
import { callDaysQuery, workListCountQuery } from "../../../proposals/ui/queries.ts";
import { WorkListLink } from "../../../proposals/ui/work-list/work-list-link.tsx";
import type { Text } from "../../../text/text.ts";
import type { ClosedDay, Coverage, Gap } from "../../contract.ts";
import { closedWords } from "../day-words.ts";
import { type GapGroup, gapGroups } from "./gap-groups.ts";

interface GapsProps {
  readonly office: string;
  readonly gaps: readonly Gap[];
  readonly queues: Coverage["queues"];
}

/** Gaps, in which a queue should serve and does not, with the way to each day's plan. */
export function Gaps({ office, gaps, queues }: GapsProps) {
  const t = useText();
  if (gaps.length === 0)
    return (
      <Titled title={t("overview.gaps-none")}>
        <p>{t("overview.gaps-none-text")}</p>
      </Titled>
    );
  return (
    <Titled title={t("overview.gaps", { count: gaps.length })}>
      <ul>
        {gapGroups(gaps).map((group) => {
          const words = gapWords(group, queues, t);
          return (
            <li key={`${words} ${group.dates[0]}`}>
              {words}
              <DayLinks office={office} dates={group.dates} />
            </li>
          );
        })}
      </ul>
    </Titled>
  );
}

function gapWords({ queue, from, to, why, reason }: GapGroup, queues: Coverage["queues"], t: Text): string {
  const name = queues.find(({ number }) => number === queue)?.name;
  const who = queue === null ? t("overview.gap-office") : (name ?? String(queue));
  const key = queue === null && why === "inactive" ? "inactive-office" : why;
  const words = t(`overview.gap-${key}`, { reason: reason ?? "" });
  return t("overview.gap-says", { who, time: `${from}–${to}`, words });
}

/** Holidays, closures and whole days of exceptions, each with its words. */
export function ClosedDays({ office, closed }: { office: string; closed: readonly ClosedDay[] }) {
  const t = useText();
  if (closed.length === 0) return <Titled title={t("overview.closed-days-none")} />;
  return (
    <Titled title={t("overview.closed-days", { count: closed.length })}>
      <ul>
        {closed.map((day) => (
          <li key={day.date}>
            {capitalised(closedWords(day, t))}
            <DayLinks office={office} dates={[day.date]} />
          </li>
        ))}
      </ul>
    </Titled>
  );
}

/** The work that closures left, and the calls to make. */
export function ToDo({ office }: { office: string }) {
  const t = useText();
  const left = useQuery(workListCountQuery(office)).data?.count;
  const calls = useQuery(callDaysQuery(office)).data?.days.length;
  if (left === 0 && calls === 0) return <Titled title={t("overview.to-do-none")} />;
  return (
    <Titled title={t("overview.to-do")}>
      <ul>
        <WorkListLink office={office} />
        <CallsLink office={office} />
      </ul>
    </Titled>
  );
}

function Titled({ title, children }: { title: string; children?: ReactNode }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      {children}
    </section>
  );
}

function DayLinks({ office, dates }: { office: string; dates: readonly string[] }) {
  const { language } = useLanguage();
  return (
    <span className="coverage__days">
      {dates.map((date) => (
        <Link key={date} to="/offices/$office/days/$date" params={{ office, date }} search={{}}>
          {shortDate(date, language)}
        </Link>
      ))}
    </span>
  );
}
