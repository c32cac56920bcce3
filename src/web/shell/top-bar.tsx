import { Link } from "@tanstack/react-router";
import { useMe } from "../../kit/me.ts";
import { useShownOffice } from "../../kit/shown-office.ts";
import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { Mark } from "../../kit/ui/mark.tsx";
import { SearchField } from "../../search/ui/box/search-field.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { OfficeSwitch } from "./office-switch.tsx";

export function TopBar() {
  const t = useText();
  const { employee, offices } = useMe();
  const roles = useShownOffice()?.roles ?? [];
  return (
    <div className="top-bar">
      <Link className="brand" to="/">
        <Mark />
        {t("shell.appName")}
      </Link>
      <OfficeSwitch />
      {offices.length > 0 && <SearchField />}
      <div className="top-bar__person">
        <strong>
          {employee.firstName} {employee.lastName}
        </strong>
        <span>
          {roles.length === 0 && employee.ministry
            ? t("shell.ministry")
            : roles.map((role) => t(`shell.role-${role}`)).join(", ")}
        </span>
      </div>
      <LanguageSwitch />
      <form method="post" action="/sign-out">
        <button className="top-bar__link" type="submit">
          <Icon name="sign-out" />
          {t("shell.signOut")}
        </button>
      </form>
    </div>
  );
}
