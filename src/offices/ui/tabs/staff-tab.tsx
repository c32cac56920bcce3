import { useQuery } from "@tanstack/react-query";
import { numericDate, timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Staff } from "../../contract.ts";
import { staffQuery } from "../queries.ts";
import { RetentionSheet } from "./retention-sheet.tsx";
import { SettingsSheet } from "./settings-sheet.tsx";

/** Who works here, and what is stored of whom for how long; nothing to change here. */
export const StaffTab = ({ office }: { office: string }) => (
  <div className="settings__beside">
    <StaffSheet office={office} />
    <RetentionSheet office={office} />
  </div>
);

/** By the directory. */
function StaffSheet({ office }: { office: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(staffQuery(office));
  return (
    <SettingsSheet title={t("office.staff")} hint={t("office.staff-hint")}>
      {data && data.staff.length > 0 && <StaffTable staff={data.staff} />}
      {data?.staff.length === 0 && <p>{t("office.staff-none")}</p>}
      {!data && error && <LoadFailed error={error} title={t("office.staff-failed")} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </SettingsSheet>
  );
}

function StaffTable({ staff }: { staff: Staff }) {
  const t = useText();
  return (
    <table className="settings__table settings__staff">
      <thead>
        <tr>
          <th scope="col">{t("office.staff-name")}</th>
          <th scope="col">{t("office.staff-role")}</th>
          <th scope="col">{t("office.staff-queue")}</th>
          <th scope="col">{t("office.staff-checked")}</th>
        </tr>
      </thead>
      <tbody>
        {staff.map(({ firstName, lastName, roles, queues, checkedAt }) => (
          <tr key={`${lastName} ${firstName}`}>
            <th scope="row">
              {firstName} {lastName}
            </th>
            <td>{roles.map((role) => t(`shell.role-${role}`)).join(", ")}</td>
            <td>{queues.map(({ name }) => name).join(", ") || t("office.no-queue")}</td>
            <td data-label={t("office.staff-checked")}>
              {checkedAt ? t("office.moment", momentOf(checkedAt)) : t("office.staff-never")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const momentOf = (at: string) => ({ date: numericDate(at.slice(0, 10)), time: timeOf(at) });
