import { useState } from "react";
import { useText } from "../../kit/text.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { SectionForm } from "./section-form.tsx";
import { SHOWS, type Show, shownServices } from "./service-filter.ts";
import { ServiceRow } from "./service-row.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

/** Which services are offered here, and how long they take. */
export function ServicesSection({ of }: { of: SettingsOf }) {
  const t = useText();
  const section = useSection(of, "services");
  const [sought, setSought] = useState("");
  const [show, setShow] = useState<Show>("all");
  const services = shownServices(section, sought, show);
  return (
    <SectionForm section={section} hint={t("office.services-hint")}>
      <div className="settings__filters">
        <Field label={t("office.services-search")}>
          {(wiring) => (
            <input
              className="input"
              type="search"
              autoComplete="off"
              {...wiring}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
              // Enter looks for it; it does not save.
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
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
      {services.length > 0 && (
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
              <ServiceRow key={service.code} section={section} service={service} />
            ))}
          </tbody>
        </table>
      )}
    </SectionForm>
  );
}
