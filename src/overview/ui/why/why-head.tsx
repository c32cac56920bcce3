import { Link } from "@tanstack/react-router";
import { Segments } from "../../../appointments/ui/segments.tsx";
import { daysAfter, likelyToday, longDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
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
  const { openDate, chooseService, ...at } = useWhyAddress();
  const [before, after] = [daysAfter(date, -1), daysAfter(date, 1)];
  const named = longDate(date, language);
  useShortcuts({
    BracketLeft: () => openDate(before),
    BracketRight: () => openDate(after),
    KeyT: () => openDate(likelyToday()),
  });
  return (
    <PageHead kicker={t("overview.why-title")} title={named}>
      <title>{`${t("overview.why-title")} ${named} | ${t("shell.appName")}`}</title>
      <Segments
        label={t("overview.change-day")}
        before={[before, t("overview.previous-day", { day: longDate(before, language) })]}
        present={[likelyToday(), t("overview.today")]}
        after={[after, t("overview.next-day", { day: longDate(after, language) })]}
        shown={null}
        linkTo={(day, look) => (
          <Link
            to="/offices/$office/why/$date"
            params={{ office: at.office, date: day }}
            search={at.search}
            {...look}
          />
        )}
      />
      {office && <ServiceField office={office} service={service} onChoose={chooseService} />}
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
