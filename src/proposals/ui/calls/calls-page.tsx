import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { isDate } from "../../../appointments/ui/day-search.ts";
import { longDate, shortDate } from "../../../kit/dates.ts";
import { useOwnOffice } from "../../../kit/me.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { NotFound } from "../../../kit/ui/not-found-page.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../../kit/ui/unknown-office.tsx";
import type { CallList } from "../../contract.ts";
import { callDaysQuery, callListQuery } from "../queries.ts";
import { CallGroups } from "./call-groups.tsx";
import { PrintCalls } from "./print-calls.tsx";
import "./calls.css";

const route = getRouteApi("/staff/offices/$office/calls/$date");

/** «Λίστα κλήσεων»: the citizens of one day who have to be called, because no e-mail can tell them. */
export function CallsPage() {
  const { office, date } = route.useParams();
  const own = useOwnOffice(office);
  if (!isDate(date)) return <NotFound />;
  if (!own) return <UnknownOffice code={office} />;
  return <CallsOfDay key={`${office} ${date}`} office={office} name={own.name} date={date} />;
}

function CallsOfDay({ office, name, date }: { office: string; name: string; date: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(callListQuery(office, date));
  const title = t("rules.calls-title", { day: longDate(date, language) });
  return (
    <div className="calls">
      <title>{`${title}, ${name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={name} title={title}>
        {data && data.calls.length > 0 && <PrintCalls office={office} date={date} />}
      </PageHead>
      <OpenDays office={office} date={date} />
      <p className="calls__mails">
        <Link to="/offices/$office/mails" params={{ office }} search={{}}>
          {t("mails.to-page")}
        </Link>
      </p>
      {data && <Calls office={office} list={data} />}
      {!data && error && <LoadFailed error={error} title={t("rules.calls-failed")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("rules.calls-loading")}</p>}
    </div>
  );
}

/** The days with citizens who are still to be called, this day too. */
function OpenDays({ office, date }: { office: string; date: string }) {
  const t = useText();
  const { language } = useLanguage();
  const days = useQuery(callDaysQuery(office)).data?.days ?? [];
  if (days.every((day) => day.date === date)) return null;
  return (
    <nav className="calls__days" aria-label={t("rules.calls-days")}>
      <ul className="group">
        {days.map((day) => (
          <li key={day.date}>
            <Link
              className={buttonClass()}
              to="/offices/$office/calls/$date"
              params={{ office, date: day.date }}
              aria-current={day.date === date ? "page" : undefined}
            >
              {day.count > 0
                ? t("rules.calls-day", { day: shortDate(day.date, language), count: day.count })
                : t("rules.calls-day-no-phone", { day: shortDate(day.date, language), count: day.withoutPhone })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Calls({ office, list: { date, calls } }: { office: string; list: CallList }) {
  const t = useText();
  const elsewhere = useQuery(callDaysQuery(office)).data?.days.some((day) => day.date !== date);
  if (calls.length === 0) {
    const text = elsewhere ? t("rules.calls-none-elsewhere") : t("rules.calls-none-text");
    return (
      <Message title={t("rules.calls-none")} text={text}>
        <Link className={buttonClass("primary")} to="/offices/$office/days/$date" params={{ office, date }} search={{}}>
          {t("rules.plan")}
        </Link>
      </Message>
    );
  }
  return <CallGroups office={office} date={date} calls={calls} />;
}
