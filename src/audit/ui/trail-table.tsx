import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { dayAndMonth, shortDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { withoutEmployee } from "../acts.ts";
import type { TrailEntry } from "../contract.ts";
import { aboutWords } from "./entry-words.ts";

interface TrailTableProps {
  readonly office: string;
  readonly entries: readonly TrailEntry[];
  readonly today: string;
  readonly query: Pick<UseInfiniteQueryResult, "hasNextPage" | "fetchNextPage" | "isFetchingNextPage" | "error">;
}

/** The entries day by day, the latest first; on a narrow screen each is a card. */
export function TrailTable({ office, entries, today, query }: TrailTableProps) {
  const t = useText();
  const { language } = useLanguage();
  const days = Map.groupBy(entries, ({ at }) => at.slice(0, 10));
  return (
    <>
      <div className="audit-table sheet">
        <table>
          <caption className="visually-hidden">{t("audit.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("audit.column-when")}</th>
              <th scope="col">{t("audit.column-act")}</th>
              <th scope="col">{t("audit.column-what")}</th>
              <th scope="col">{t("audit.column-by")}</th>
            </tr>
          </thead>
          <tbody>
            {[...days].map(([day, ofDay]) => (
              <Fragment key={day}>
                <tr className="audit-table__day">
                  <th colSpan={4} scope="colgroup">
                    {dayAndMonth(day, language)} {day === today && <small>{t("audit.today")}</small>}
                  </th>
                </tr>
                {ofDay.map((entry) => (
                  <EntryRow key={entry.id} office={office} entry={entry} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {query.error && <LoadFailed error={query.error} onRetry={() => query.fetchNextPage()} />}
      {query.hasNextPage && !query.error && (
        <Button onClick={() => query.fetchNextPage()} aria-disabled={query.isFetchingNextPage}>
          {t(query.isFetchingNextPage ? "shell.loading" : "audit.earlier")}
        </Button>
      )}
    </>
  );
}

function EntryRow({ office, entry }: { office: string; entry: TrailEntry }) {
  const t = useText();
  const { language } = useLanguage();
  const { at, act, by, appointment } = entry;
  const about = aboutWords(entry, { t, language });
  return (
    <tr>
      <td className="audit-table__time">{at.slice(11, 19)}</td>
      <th scope="row">{t(`audit.act-${act}`)}</th>
      <td>
        {appointment && (
          <Link
            to="/offices/$office/days/$date"
            params={{ office, date: appointment.date }}
            search={{ panel: appointment.id }}
          >
            {t("audit.visit-at", { day: shortDate(appointment.date, language), time: appointment.time })}
          </Link>
        )}
        {about && <small>{about}</small>}
      </td>
      <td>{by?.name ?? t(`audit.by-${withoutEmployee(act)}`)}</td>
    </tr>
  );
}
