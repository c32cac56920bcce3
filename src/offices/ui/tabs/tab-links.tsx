import { Link } from "@tanstack/react-router";
import { Space, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { markOf, type TabMark } from "./tab-state.ts";
import { PAGE_TABS, type PageTab, searchFor } from "./tabs.ts";
import type { Tab } from "./use-tab.ts";

interface TabLinksProps {
  readonly office: string;
  readonly shown: PageTab;
  readonly tabs: Readonly<Partial<Record<PageTab, Tab>>>;
}

/** The tabs, each an address; what is typed in one is counted at its name while another is shown. */
export function TabLinks({ office, shown, tabs }: TabLinksProps) {
  const t = useText();
  return (
    <nav className="segments settings__tabs" aria-label={t("office.tabs")}>
      {PAGE_TABS.map((name) => {
        const tab = tabs[name];
        return (
          <Link
            key={name}
            to="/offices/$office/settings"
            params={{ office }}
            search={searchFor(name)}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            activeProps={{ "aria-current": undefined }}
            aria-current={name === shown ? "page" : undefined}
          >
            {t(`office.tab-${name}`)}
            <Space />
            {tab?.canEdit && <Mark mark={markOf(tab.form)} />}
          </Link>
        );
      })}
    </nav>
  );
}

function Mark({ mark }: { mark: TabMark | null }) {
  const t = useText();
  if (!mark) return null;
  const { kind, count } = mark;
  return (
    <span className={classes("settings__mark", kind !== "changes" && "settings__mark--fault")}>
      {t(`office.mark-${kind}`, { count })}
    </span>
  );
}
