import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { numericDate, timeOf } from "../../kit/dates.ts";
import { useDraftNotice } from "../../kit/form/use-draft-notice.ts";
import { useOwnOffice } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import { OnboardingBox } from "../../onboarding/ui/onboarding-box.tsx";
import type { Settings } from "../contract.ts";
import { SECTIONS, type SectionName } from "../setting/setting.ts";
import { EntranceSection } from "./entrance-section.tsx";
import { LeadSection } from "./lead-section.tsx";
import { MailSection } from "./mail-section.tsx";
import { OnlineSection } from "./online-section.tsx";
import { PersonalSection } from "./personal-section.tsx";
import { settingsQuery } from "./queries.ts";
import { RetentionSection } from "./retention-section.tsx";
import { ServicesSection } from "./services-section.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { StaffSection } from "./staff-section.tsx";
import { type SettingsOf, sectionForm } from "./use-section.ts";
import { WhoMayChange } from "./who-may-change.tsx";
import "./office-page.css";

const route = getRouteApi("/staff/offices/$office/settings");

/** «Το ΚΕΠ μου»: its head changes it section by section, everybody who works there reads it. */
export function OfficePage() {
  const t = useText();
  const { office } = route.useParams();
  const { data, error, refetch } = useQuery(settingsQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="settings">
      <title>{`${t("shell.office")}, ${own.name} | ${t("shell.appName")}`}</title>
      <h1>
        <span className="settings__kicker">{own.name}</span> {t("shell.office")}
      </h1>
      {data && <Sections key={office} office={office} settings={data} canEdit={own.roles.includes("administrator")} />}
      {!data && error && <LoadFailed error={error} title={t("office.failed-title")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

function Sections(of: SettingsOf) {
  const t = useText();
  const { office, settings, canEdit } = of;
  useDraftNotice(SECTIONS.map(sectionForm), office);
  // A section without its part of the page does not compile.
  const parts: Readonly<Record<SectionName, ReactNode>> = {
    contact: <SettingsSection of={of} name="contact" />,
    access: <SettingsSection of={of} name="access" hint={t("office.access-hint")} />,
    lead: <LeadSection of={of} />,
    earlier: <SettingsSection of={of} name="earlier" hint={t("office.earlier-hint")} />,
    online: <OnlineSection of={of} />,
    entrance: <EntranceSection of={of} />,
    line: <SettingsSection of={of} name="line" hint={t("office.line-hint")} />,
    mail: <MailSection of={of} />,
    services: <ServicesSection of={of} />,
  };
  return (
    <>
      <OtherPages office={office} isHead={canEdit} />
      {canEdit ? <LastChange settings={settings} /> : <WhoMayChange office={office} />}
      <div className="settings__columns">
        <div>
          {parts.contact}
          {parts.access}
          {parts.lead}
          {parts.earlier}
          {parts.online}
          {parts.entrance}
          {parts.line}
          {parts.mail}
          <PersonalSection />
        </div>
        <div>
          <OnboardingBox office={office} />
          {parts.services}
          <StaffSection office={office} />
          <RetentionSection office={office} />
        </div>
      </div>
    </>
  );
}

/** Above all that is still on its way: a link that moves as one presses it leads nowhere. */
function OtherPages({ office, isHead }: { office: string; isHead: boolean }) {
  const t = useText();
  return (
    <p className="settings__links">
      <Link to="/offices/$office/diary" params={{ office }}>
        {t("diary.link")}
      </Link>
      {isHead && (
        <Link to="/offices/$office/audit" params={{ office }}>
          {t("office.audit")}
        </Link>
      )}
    </p>
  );
}

function LastChange({ settings: { changedAt, changedBy } }: { settings: Settings }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("office.last-change", { ...moment, by: changedBy })}</p>;
}
