import { Link } from "@tanstack/react-router";
import { useMe } from "../../kit/me.ts";
import { useShownOffice } from "../../kit/shown-office.ts";
import { Space, useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { Mark } from "../../kit/ui/mark.tsx";
import { SearchField } from "../../search/ui/box/search-field.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { OfficeSwitch } from "./office-switch.tsx";

export const MENU_BUTTON_ID = "menu-button";

interface TopBarProps {
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

/** On a phone one line: menu, office, search; the rest is in the menu. */
export function TopBar({ isMenuOpen, onMenu }: TopBarProps) {
  const t = useText();
  const { employee, offices } = useMe();
  const office = useShownOffice();
  const roles = office?.roles ?? [];
  const ofOffice = roles.map((role) => t(`shell.role-${role}`)).join(", ");
  const role = ofOffice || (employee.ministry ? t("shell.ministry") : "");
  return (
    <div className="top-bar">
      <button
        type="button"
        className="menu-button"
        id={MENU_BUTTON_ID}
        aria-expanded={isMenuOpen}
        aria-label={t("shell.menu")}
        onClick={onMenu}
      >
        <Icon name={isMenuOpen ? "close" : "rows"} />
      </button>
      <Link className="brand" to="/">
        <Mark />
        <span>{t("shell.appName")}</span>
      </Link>
      <OfficeSwitch />
      {offices.length > 0 && <SearchField />}
      <div className="top-bar__person">
        <strong>
          {employee.firstName} {employee.lastName}
        </strong>
        <Space />
        <span>
          {role && <span className="top-bar__role">{role} · </span>}
          <Link to="/my-settings" search={{ page: office && `/offices/${office.code}` }}>
            {t("shell.mySettings")}
          </Link>
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
