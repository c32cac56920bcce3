import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { numericDate, timeOf } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { Settings } from "../contract.ts";
import { LeadSection } from "./lead-section.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { PersonalSection } from "./personal-section.tsx";
import { settingsQuery } from "./queries.ts";
import { ServicesSection } from "./services-section.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { StaffSection } from "./staff-section.tsx";
import { useSettingsForm } from "./use-settings-form.ts";
import { WhoMayChange } from "./who-may-change.tsx";
import "./office-page.css";

const route = getRouteApi("/staff/offices/$office/settings");

/** «Το ΚΕΠ μου»: its head changes it section by section, everybody who works there reads it. */
export function OfficePage() {
  const t = useText();
  const { office } = route.useParams();
  const { data, error, refetch } = useQuery(settingsQuery(office));
  const own = useMe().offices.find(({ code }) => code === office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="settings">
      <title>{`${t("office.title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <h1>
        <span className="settings__kicker">{own.name}</span> {t("office.title")}
      </h1>
      {data && <Sections key={office} office={office} settings={data} canEdit={own.roles.includes("administrator")} />}
      {!data && error && <LoadFailed error={error} title={t("office.failed-title")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

function Sections({ office, settings, canEdit }: { office: string; settings: Settings; canEdit: boolean }) {
  const t = useText();
  const form = useSettingsForm(office, settings, canEdit);
  return (
    <>
      {canEdit ? <LastChange settings={settings} /> : <WhoMayChange office={office} />}
      <div className="settings__columns">
        <div>
          <SettingsSection form={form} name="contact" />
          <SettingsSection form={form} name="access" hint={t("office.access-hint")} />
          <LeadSection form={form} />
          <SettingsSection form={form} name="earlier" hint={t("office.earlier-hint")} />
          <PersonalSection />
        </div>
        <div>
          <ServicesSection form={form} />
          <StaffSection office={office} />
          <p>
            <Link to="/offices/$office/diary" params={{ office }}>
              {t("diary.link")}
            </Link>
          </p>
        </div>
      </div>
      <LeaveDialog unsaved={Object.keys(form.state.edits).length} />
    </>
  );
}

function LastChange({ settings: { changedAt, changedBy } }: { settings: Settings }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("office.last-change", { ...moment, by: changedBy })}</p>;
}
