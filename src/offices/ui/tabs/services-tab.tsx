import { useId, useState } from "react";
import { FilterField } from "../../../kit/form/filter-field.tsx";
import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Service } from "../../contract.ts";
import { LeadGroup } from "./lead-group.tsx";
import { SHOWS, type Show, shownServices } from "./service-filter.ts";
import { ServiceRow } from "./service-row.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { TabForm } from "./tab-form.tsx";
import { useSuggestedMinutes } from "./use-suggested-minutes.ts";
import type { Tab } from "./use-tab.ts";

/** Which services are offered here and how long they take, and the times that follow from it. */
export function ServicesTab({ tab }: { tab: Tab }) {
  const t = useText();
  useSuggestedMinutes(tab);
  return (
    <TabForm tab={tab}>
      <div className="settings__beside">
        <div>
          <Services tab={tab} />
          <SettingGroup tab={tab} name="several" />
        </div>
        <div>
          <LeadGroup tab={tab} />
          <SettingGroup tab={tab} name="earlier" hint={t("office.earlier-hint")} />
        </div>
      </div>
    </TabForm>
  );
}

function Services({ tab }: { tab: Tab }) {
  const t = useText();
  const titleId = useId();
  const [sought, setSought] = useState("");
  const [show, setShow] = useState<Show>("all");
  const services = shownServices(tab, sought, show);
  return (
    <section className="settings__group" aria-labelledby={titleId}>
      <h2 id={titleId}>{t("office.services")}</h2>
      <p className="hint">{t("office.services-hint")}</p>
      <div className="settings__filters">
        <FilterField label={t("office.services-search")} value={sought} onType={setSought} />
        <Field label={t("office.services-show")}>
          {(wiring) => (
            <select
              className="input"
              {...wiring}
              value={show}
              onChange={(event) => setShow(event.target.value as Show)}
            >
              {SHOWS.map((each) => (
                <option key={each} value={each}>
                  {t(`office.show-${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="hint" role="status">
          {services.length > 0 ? t("office.services-count", { count: services.length }) : t("office.services-none")}
        </p>
      </div>
      {services.length > 0 && <ServiceTable tab={tab} services={services} />}
    </section>
  );
}

/** Many rows in a place of their own: what saves them stays in sight. */
function ServiceTable({ tab, services }: { tab: Tab; services: readonly Service[] }) {
  const t = useText();
  return (
    <div className="settings__rows">
      <table className="settings__table settings__services">
        <thead>
          <tr>
            <th scope="col">{t("office.service")}</th>
            <th scope="col" id="settings-minutes-head">
              {t("office.minutes")}
            </th>
            <th scope="col">{t("office.offer")}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <ServiceRow key={service.code} tab={tab} service={service} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
