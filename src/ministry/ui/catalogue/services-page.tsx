import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { FilterField } from "../../../kit/form/filter-field.tsx";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { fold } from "../../../platform/text/fold.ts";
import type { CatalogueService, ServiceCatalogue } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { catalogueQuery } from "../queries.ts";
import { trialQuery } from "../words/queries.ts";
import { ServiceDialog } from "./service-dialog.tsx";
import { ServiceTable } from "./service-table.tsx";

const route = getRouteApi("/staff/ministry/services");

/** The nation's catalogue of services; the form of the one of the address is open. */
export function ServicesPage() {
  return (
    <MinistryFrame section="services">
      <ServicesSection />
    </MinistryFrame>
  );
}

function ServicesSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(catalogueQuery);
  /** By its code: it is shown as it is by now */
  const { service } = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<{ readonly code: string | null } | null>(service ? { code: service } : null);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  const changed = data.services.find(({ code }) => code === open?.code) ?? null;
  const close = () => {
    setOpen(null);
    if (service) void navigate({ search: {}, replace: true });
  };
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.services-hint")}</p>
        <div className="group">
          <Link className={buttonClass()} to="/ministry/services/in-vain" search={{}}>
            {t("vain.link")}
          </Link>
          <Link className={buttonClass()} to="/ministry/services/words">
            {t("ministry.words")}
          </Link>
          <Button look="primary" onClick={() => setOpen({ code: null })}>
            <Icon name="plus" />
            {t("ministry.service-new")}
          </Button>
        </div>
      </div>
      {data.services.length === 0 ? (
        <Message title={t("ministry.services-empty-title")} text={t("ministry.services-empty")} />
      ) : (
        <FoundServices data={data} onChange={({ code }) => setOpen({ code })} />
      )}
      {open && (changed || open.code === null) && <ServiceDialog data={data} changed={changed} onClose={close} />}
    </>
  );
}

function FoundServices({ data, onChange }: { data: ServiceCatalogue; onChange: (service: CatalogueService) => void }) {
  const t = useText();
  const n = useNumbers();
  const [sought, setSought] = useState("");
  const [onlyUngrouped, setOnlyUngrouped] = useState(false);
  const { data: meant } = useQuery(trialQuery(useDeferredValue(sought.trim())));
  const isSpelt = ({ code, name, shortName, nameEn }: CatalogueService): boolean =>
    fold([code, name, shortName, nameEn].join(" ")).includes(fold(sought.trim()));
  const codes = sought.trim() === "" ? [] : (meant?.found ?? []).flatMap(({ service }) => service ?? []);
  const ungrouped = data.services.filter(({ entranceGroup }) => entranceGroup === null);
  const isShown = ({ entranceGroup }: CatalogueService) => !onlyUngrouped || entranceGroup === null;
  const found = data.services.filter(
    (service) => isShown(service) && (isSpelt(service) || codes.includes(service.code)),
  );
  return (
    <>
      <div className="ministry__search">
        <FilterField label={t("ministry.services-search")} value={sought} onType={setSought} />
        <p className="hint" role="status">
          {found.length > 0
            ? t("ministry.services-count", { count: found.length, n: n(found.length) })
            : t("ministry.services-none")}
        </p>
      </div>
      {(ungrouped.length > 0 || onlyUngrouped) && (
        <div className="group">
          <p>{t("ministry.services-ungrouped", { count: ungrouped.length, n: n(ungrouped.length) })}</p>
          <Button size="small" aria-pressed={onlyUngrouped} onClick={() => setOnlyUngrouped(!onlyUngrouped)}>
            {t("ministry.services-only-ungrouped")}
          </Button>
        </div>
      )}
      {found.length > 0 && <ServiceTable services={found} onChange={onChange} />}
    </>
  );
}
