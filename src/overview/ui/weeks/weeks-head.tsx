import { Link } from "@tanstack/react-router";
import { Segments } from "../../../appointments/ui/segments.tsx";
import { dayOfMonth, likelyToday, numericDate } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { lastDayFrom, mondayOf, weeksEarlier, weeksLater } from "../../../kit/weeks-range.ts";
import type { Office, Service } from "../../../offices/contract.ts";
import { ServiceField } from "../service-field.tsx";
import { useWeeksAddress } from "./weeks-address.ts";

interface WeeksHeadProps {
  readonly monday: string;
  /** By the server's clock; null until its first answer */
  readonly today: string | null;
  readonly office: Office | undefined;
  readonly service: Service | undefined;
}

export function WeeksHead({ monday, today, office, service }: WeeksHeadProps) {
  const t = useText();
  const { chooseService, ...at } = useWeeksAddress();
  const present = mondayOf(today ?? likelyToday());
  const range = `${dayOfMonth(monday)} – ${numericDate(lastDayFrom(monday))}`;
  return (
    <PageHead kicker={t("overview.title")} title={range}>
      <title>{`${t("overview.title")}, ${range} | ${t("shell.appName")}`}</title>
      <Segments
        label={t("overview.change")}
        before={[weeksEarlier(monday), t("overview.earlier")]}
        present={[present, t("overview.today")]}
        after={[weeksLater(monday), t("overview.later")]}
        shown={monday}
        linkTo={(week, look) => (
          <Link to="/offices/$office/weeks/$week" params={{ office: at.office, week }} search={at.search} {...look} />
        )}
      />
      {office && <ServiceField office={office} service={service} onChoose={chooseService} />}
    </PageHead>
  );
}
