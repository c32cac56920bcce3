import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";

/** «Πλάνο ημέρας / Πίνακας»: the same day, the same filters, whatever is open stays open. */
export function ViewSwitch() {
  const t = useText();
  const { search } = useDayAddress();
  const { show } = useDayNavigation();
  const isTable = search.view === "table";
  useShortcuts({ KeyV: () => show({ view: isTable ? undefined : "table" }) });
  return (
    <nav className="segments view-switch" aria-label={t("table.view")} aria-keyshortcuts="v">
      <ViewLink isCurrent={!isTable}>
        <Icon name="columns" />
        <span>{t("table.plan")}</span>
      </ViewLink>
      <ViewLink view="table" isCurrent={isTable}>
        <Icon name="rows" />
        <span>{t("table.table")}</span>
      </ViewLink>
    </nav>
  );
}

interface ViewLinkProps {
  readonly view?: "table";
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

function ViewLink({ view, isCurrent, children }: ViewLinkProps) {
  const { office, date, search } = useDayAddress();
  return (
    <Link
      to="/offices/$office/days/$date"
      params={{ office, date }}
      search={{ ...search, ignored: undefined, view }}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={isCurrent ? "true" : undefined}
    >
      {children}
    </Link>
  );
}
