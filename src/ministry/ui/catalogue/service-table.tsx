import { Space, useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { CatalogueService } from "../../contract.ts";
import { groupInWords } from "./group-words.ts";

interface ServiceTableProps {
  readonly services: readonly CatalogueService[];
  readonly onChange: (service: CatalogueService) => void;
}

export function ServiceTable({ services, onChange }: ServiceTableProps) {
  const t = useText();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.services-list")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.service-name")}</th>
          <th scope="col">{t("ministry.service-code")}</th>
          <th scope="col">{t("ministry.service-minutes")}</th>
          <th scope="col">{t("ministry.service-group")}</th>
          <th scope="col">{t("ministry.service-in-offices")}</th>
          <th scope="col">{t("ministry.change")}</th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <Row key={service.code} service={service} onChange={() => onChange(service)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ service, onChange }: { service: CatalogueService; onChange: () => void }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const { code, name, nameEn, shortName, minutes, ownMinutes, entranceGroup } = service;
  return (
    <tr>
      <th scope="row">
        {language === "en" ? nameEn : name}
        <Space />
        <span className="hint ministry__by">{shortName}</span>
      </th>
      <td>
        <code>{code}</code>
      </td>
      <td>{t("ministry.service-minutes-value", { minutes })}</td>
      <td>{groupInWords(entranceGroup, t)}</td>
      <td>
        {ownMinutes === 0
          ? t("ministry.own-minutes-none")
          : t("ministry.own-minutes", { count: ownMinutes, n: n(ownMinutes) })}
      </td>
      <td>
        <Button size="small" aria-label={t("ministry.change-of", { name: shortName })} onClick={onChange}>
          <Icon name="edit" />
          {t("ministry.change")}
        </Button>
      </td>
    </tr>
  );
}
