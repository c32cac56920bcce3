import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { isDate } from "../../../appointments/ui/day-search.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { NotFound } from "../../../kit/ui/not-found-page.tsx";
import type { DayOfAll } from "../../contract.ts";
import { useNewAt } from "../new-at.tsx";
import { dayOfAllQuery } from "../queries.ts";
import { sharedRange } from "./day-band.tsx";
import { OfficeCard } from "./office-card.tsx";
import { OfficesHead } from "./offices-head.tsx";
import { sortedOffices } from "./offices-order.ts";
import "./offices.css";

const route = getRouteApi("/staff/days/$date");
/** Keys 1 to 9 book in the first offices shown. */
const NUMBERED = 9;

/** One day of all the offices of whoever belongs to several, side by side. */
export function OfficesPage() {
  const { date } = route.useParams();
  return isDate(date) ? <DayOfOffices date={date} /> : <NotFound />;
}

function DayOfOffices({ date }: { date: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(dayOfAllQuery(date));
  return (
    <>
      <OfficesHead date={date} today={data?.now.date ?? null} />
      {data && <Offices day={data} />}
      {!data && error && <LoadFailed error={error} title={t("overview.all-failed")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("overview.all-loading")}</p>}
    </>
  );
}

function Offices({ day }: { day: DayOfAll }) {
  const t = useText();
  const newAt = useNewAt();
  const { sort } = route.useSearch();
  const offices = sortedOffices(day.offices, sort);
  const numbered = offices
    .slice(0, NUMBERED)
    .map(({ code, next }, index) => ({ key: `Digit${index + 1}`, code, next }));
  useShortcuts(
    Object.fromEntries(numbered.flatMap(({ key, code, next }) => (next ? [[key, () => newAt(code, next)]] : []))),
  );
  if (offices.length === 0) return <Message title={t("overview.all-none")} text={t("shell.noOffice")} />;
  const range = sharedRange(offices);
  return (
    <>
      <Order date={day.date} sort={sort} />
      <ul className="offices">
        {offices.map((office, index) => (
          <li key={office.code}>
            <OfficeCard office={office} day={day} range={range} digit={index < NUMBERED ? index + 1 : null} />
          </li>
        ))}
      </ul>
      {day.left > 0 && <p className="hint">{t("overview.left", { count: day.left })}</p>}
    </>
  );
}

function Order({ date, sort }: { date: string; sort: "free" | undefined }) {
  const t = useText();
  const link = (by: "free" | undefined, words: string) => (
    <Link
      to="/days/$date"
      params={{ date }}
      search={by ? { sort: by } : {}}
      activeProps={{ "aria-current": undefined }}
      aria-current={sort === by ? "true" : undefined}
    >
      {words}
    </Link>
  );
  return (
    <nav className="segments offices__order" aria-label={t("overview.order")}>
      {link(undefined, t("overview.order-name"))}
      {link("free", t("overview.order-free"))}
    </nav>
  );
}
