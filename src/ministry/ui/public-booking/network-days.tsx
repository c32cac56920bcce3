import { useQuery } from "@tanstack/react-query";
import { weekdayAndDate } from "../../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { NetworkDays } from "../../contract.ts";
import { FEW_NETWORKS, NETWORK_DAYS } from "../../public-booking/few-networks.ts";
import { networkDaysQuery } from "../queries.ts";

/** Whether it looks as if appointments were resold: counts of days, of no network, person or office. */
export function NetworkDaysSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(networkDaysQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <section className="ministry__languages" aria-labelledby="networks">
      <h2 id="networks">{t("ministry.networks")}</h2>
      <p>{t("ministry.networks-hint", { days: NETWORK_DAYS })}</p>
      {data.days.length === 0 ? <p>{t("ministry.networks-none")}</p> : <NetworkTable {...data} />}
      <p className="hint">{t("ministry.networks-caution")}</p>
    </section>
  );
}

function NetworkTable({ days }: NetworkDays) {
  const t = useText();
  const { language } = useLanguage();
  const n = useNumbers();
  const count = (value: number | null) =>
    value === null ? t("ministry.networks-few", { most: FEW_NETWORKS }) : n(value);
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.networks")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.networks-day")}</th>
          <th scope="col">{t("ministry.networks-bookings")}</th>
          <th scope="col">{t("ministry.networks-count")}</th>
          <th scope="col">{t("ministry.networks-theirs")}</th>
          <th scope="col">{t("ministry.networks-programs")}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, bookings, networks, networkBookings, programs }) => (
          <tr key={date}>
            <th scope="row">{weekdayAndDate(date, language)}</th>
            <td>{n(bookings)}</td>
            <td>{count(networks)}</td>
            <td>{n(networkBookings)}</td>
            <td>{count(programs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
