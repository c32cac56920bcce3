import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { numericDate, timeOf } from "../../kit/dates.ts";
import { useDraftNotice } from "../../kit/form/use-draft-notice.ts";
import { useOwnOffice } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import { OnboardingLine } from "../../onboarding/ui/onboarding-line.tsx";
import type { Settings } from "../contract.ts";
import type { TabName } from "../setting/tabs.ts";
import { settingsQuery } from "./queries.ts";
import { DetailsTab } from "./tabs/details-tab.tsx";
import { EntranceTab } from "./tabs/entrance-tab.tsx";
import { HoursTab } from "./tabs/hours-tab.tsx";
import { LettersTab } from "./tabs/letters-tab.tsx";
import { LineTab } from "./tabs/line-tab.tsx";
import { OnlineTab } from "./tabs/online-tab.tsx";
import { ServicesTab } from "./tabs/services-tab.tsx";
import { StaffTab } from "./tabs/staff-tab.tsx";
import { TabLinks } from "./tabs/tab-links.tsx";
import { FIRST_TAB, PAGE_TABS, type PageTab } from "./tabs/tabs.ts";
import { type SettingsOf, type Tab, tabForm, useTab } from "./tabs/use-tab.ts";
import { WhoMayChange } from "./who-may-change.tsx";
import "./office-page.css";
import "./office-tabs.css";

const route = getRouteApi("/staff/offices/$office/settings");

/** «Το ΚΕΠ μου»: its head changes it tab by tab, everybody who works there reads it. */
export function OfficePage() {
  const t = useText();
  const { office } = route.useParams();
  const { tab = FIRST_TAB } = route.useSearch();
  const { data, error, refetch } = useQuery(settingsQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  const isHead = own.roles.includes("administrator");
  return (
    <div className="settings">
      <title>{`${t(`office.tab-${tab}`)}, ${t("shell.office")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("shell.office")}>
        {isHead && data && <LastChange settings={data} />}
        <OtherPages office={office} isHead={isHead} />
      </PageHead>
      {data && <Tabs key={office} shown={tab} of={{ office, settings: data, canEdit: isHead }} />}
      {!data && error && <LoadFailed error={error} title={t("office.failed-title")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

/** All of them are there, whichever is shown: what is typed in one, and why it can't be saved, waits for its return. */
function Tabs({ of, shown }: { of: SettingsOf; shown: PageTab }) {
  const { office, canEdit } = of;
  // A tab without its form, or without its part of the page, does not compile.
  const tabs: Readonly<Record<TabName, Tab>> = {
    details: useTab(of, "details"),
    hours: useTab(of, "hours"),
    services: useTab(of, "services"),
    online: useTab(of, "online"),
    letters: useTab(of, "letters"),
    entrance: useTab(of, "entrance"),
    line: useTab(of, "line"),
  };
  const parts: Readonly<Record<PageTab, ReactNode>> = {
    details: <DetailsTab tab={tabs.details} />,
    hours: <HoursTab tab={tabs.hours} />,
    services: <ServicesTab tab={tabs.services} />,
    online: <OnlineTab tab={tabs.online} />,
    letters: <LettersTab tab={tabs.letters} />,
    entrance: <EntranceTab tab={tabs.entrance} />,
    line: <LineTab tab={tabs.line} />,
    staff: <StaffTab office={office} />,
  };
  useDraftNotice(
    PAGE_TABS.filter((name) => name !== "staff").map((name) => tabForm(name)),
    office,
  );
  return (
    <>
      <TabLinks office={office} shown={shown} tabs={tabs} />
      {!canEdit && <WhoMayChange office={office} />}
      <div key={shown}>{parts[shown]}</div>
    </>
  );
}

/** What comes late comes before the others: a link that moves as one presses it leads nowhere. */
function OtherPages({ office, isHead }: { office: string; isHead: boolean }) {
  const t = useText();
  return (
    <p className="settings__links page-head__end">
      <OnboardingLine office={office} />
      {isHead && (
        <Link to="/offices/$office/audit" params={{ office }}>
          {t("office.audit")}
        </Link>
      )}
      <Link to="/offices/$office/diary" params={{ office }}>
        {t("diary.link")}
      </Link>
    </p>
  );
}

function LastChange({ settings: { changedAt, changedBy } }: { settings: Settings }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("office.last-change", { ...moment, by: changedBy })}</p>;
}
