import { Link } from "@tanstack/react-router";
import { SearchField } from "../../search/ui/search-field.tsx";
import { useMe } from "../me.ts";
import { useText } from "../text.tsx";
import { Icon } from "../ui/icon.tsx";
import { Mark } from "../ui/mark.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { OfficeSwitch } from "./office-switch.tsx";
import { useShownOffice } from "./shown-day.ts";

export function TopBar() {
  const t = useText();
  const { employee, offices } = useMe();
  const roles = useShownOffice()?.roles ?? [];
  return (
    <div className="top">
      <Link className="brand" to="/">
        <Mark />
        {t("shell.appName")}
      </Link>
      <OfficeSwitch />
      {offices.length > 0 && <SearchField />}
      <div className="me">
        <strong>
          {employee.firstName} {employee.lastName}
        </strong>
        <span>
          {roles.length === 0 && employee.ministry
            ? t("ministry.role")
            : roles.map((role) => t(`shell.role-${role}`)).join(", ")}
        </span>
      </div>
      <LanguageSwitch />
      <form method="post" action="/sign-out">
        <button className="top__link" type="submit">
          <Icon name="sign-out" />
          {t("shell.signOut")}
        </button>
      </form>
    </div>
  );
}
