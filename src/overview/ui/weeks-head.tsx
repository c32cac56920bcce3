import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Office, Service } from "../../offices/contract.ts";
import { dayOfMonth, likelyToday, numericDate } from "../../web/dates.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { Field } from "../../web/ui/field.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { useWeeksAddress } from "./weeks-address.ts";
import { lastDayFrom, mondayOf, weeksEarlier, weeksLater } from "./weeks-range.ts";

interface WeeksHeadProps {
  readonly monday: string;
  /** By the server's clock; null until its first answer */
  readonly today: string | null;
  readonly office: Office | undefined;
  readonly service: Service | undefined;
}

export function WeeksHead({ monday, today, office, service }: WeeksHeadProps) {
  const t = useText();
  const present = mondayOf(today ?? likelyToday());
  const range = `${dayOfMonth(monday)} – ${numericDate(lastDayFrom(monday))}`;
  return (
    <div className="head">
      <title>{`${t("overview.title")}, ${range} | ${t("shell.appName")}`}</title>
      <h1>
        <span className="k">{t("overview.title")}</span> {range}
      </h1>
      <nav className="seg" aria-label={t("overview.change")}>
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
      {office && service && <ServiceField office={office} service={service} />}
    </div>
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

/** Room is counted in visits of this service. */
function ServiceField({ office, service }: { office: Office; service: Service }) {
  const t = useText();
  const { language } = useLanguage();
  const { chooseService } = useWeeksAddress();
  return (
    <div className="weeks__service push">
      <Field label={t("overview.service")}>
        {(wiring) => (
          <select
            className="in"
            {...wiring}
            value={service.code}
            onChange={({ target }) => chooseService(target.value)}
          >
            {office.services.map(({ code, name, nameEn, minutes }) => (
              <option key={code} value={code}>
                {t("panel.service-minutes", { name: language === "en" ? nameEn : name, minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
