import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { daysAfter, likelyToday, longDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import type { Office, Service } from "../../../offices/contract.ts";
import { ServiceField } from "../service-field.tsx";
import { useWhyAddress } from "./why-address.ts";

interface WhyHeadProps {
  readonly date: string;
  readonly office: Office | undefined;
  readonly service: Service | undefined;
}

export function WhyHead({ date, office, service }: WhyHeadProps) {
  const t = useText();
  const { language } = useLanguage();
  const { openDate, chooseService } = useWhyAddress();
  const named = longDate(date, language);
  useShortcuts({
    BracketLeft: () => openDate(daysAfter(date, -1)),
    BracketRight: () => openDate(daysAfter(date, 1)),
    KeyT: () => openDate(likelyToday()),
  });
  return (
    <PageHead kicker={t("overview.why-title")} title={named}>
      <title>{`${t("overview.why-title")} ${named} | ${t("shell.appName")}`}</title>
      <nav className="segments" aria-label={t("overview.change-day")}>
        <DayLink
          date={daysAfter(date, -1)}
          label={t("overview.previous-day", { day: longDate(daysAfter(date, -1), language) })}
        >
          <Icon name="previous" />
        </DayLink>
        <DayLink date={likelyToday()}>{t("overview.today")}</DayLink>
        <DayLink
          date={daysAfter(date, 1)}
          label={t("overview.next-day", { day: longDate(daysAfter(date, 1), language) })}
        >
          <Icon name="next" />
        </DayLink>
      </nav>
      {office && service && <ServiceField office={office} service={service} onChoose={chooseService} />}
      {office && (
        <Link
          className={buttonClass("plain")}
          to="/offices/$office/days/$date"
          params={{ office: office.code, date }}
          search={{}}
        >
          {t("overview.open-day")}
        </Link>
      )}
    </PageHead>
  );
}

function DayLink({ date, label, children }: { date: string; label?: string; children: ReactNode }) {
  const { office, search } = useWhyAddress();
  return (
    <Link
      to="/offices/$office/why/$date"
      params={{ office, date }}
      search={search}
      activeProps={{ "aria-current": undefined }}
      aria-label={label}
      title={label}
    >
      {children}
    </Link>
  );
}
