import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayOfMonth, likelyToday, numericDate } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
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
  const { chooseService } = useWeeksAddress();
  const present = mondayOf(today ?? likelyToday());
  const range = `${dayOfMonth(monday)} – ${numericDate(lastDayFrom(monday))}`;
  return (
    <PageHead kicker={t("overview.title")} title={range}>
      <title>{`${t("overview.title")}, ${range} | ${t("shell.appName")}`}</title>
      <nav className="segments" aria-label={t("overview.change")}>
        <WeekLink week={weeksEarlier(monday)} label={t("overview.earlier")}>
          <Icon name="previous" />
        </WeekLink>
        <WeekLink week={present} isCurrent={monday === present}>
          {t("overview.today")}
        </WeekLink>
        <WeekLink week={weeksLater(monday)} label={t("overview.later")}>
          <Icon name="next" />
        </WeekLink>
      </nav>
      {office && service && <ServiceField office={office} service={service} onChoose={chooseService} />}
    </PageHead>
  );
}

interface WeekLinkProps {
  readonly week: string;
  readonly label?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

function WeekLink({ week, label, isCurrent = false, children }: WeekLinkProps) {
  const { office, search } = useWeeksAddress();
  return (
    <Link
      to="/offices/$office/weeks/$week"
      params={{ office, week }}
      search={search}
      activeProps={{ "aria-current": undefined }}
      aria-label={label}
      title={label}
      aria-current={isCurrent ? "date" : undefined}
    >
      {children}
    </Link>
  );
}
