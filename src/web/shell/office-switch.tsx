import { useMatchRoute, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { validateDaySearch, withPanel } from "../../appointments/ui/day-search.ts";
import { likelyToday } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { useShownOffice } from "../../kit/shown-office.ts";
import { useText } from "../../kit/text.tsx";
import { lazyPart } from "../../kit/ui/part.tsx";

/** More than one finds at a glance in a list */
const MANY = 12;
const OwnOfficeFinder = lazyPart(() => import("../../offices/ui/finder/own-office-finder.tsx"), "OwnOfficeFinder");

/** Which office is shown; whoever has several chooses here, and the page, the day and the look at it stay the same. */
export function OfficeSwitch() {
  const t = useText();
  const open = useOpenOffice();
  const { offices } = useMe();
  const shown = useShownOffice();
  if (offices.length < 2) {
    return shown ? (
      <p className="office">
        <span className="visually-hidden">{t("shell.shownOffice")}: </span>
        <span className="office__name">{shown.name}</span> <small>{shown.code}</small>
      </p>
    ) : null;
  }
  if (offices.length > MANY) return <OwnOfficeFinder shown={shown?.code ?? ""} offices={offices} onOpen={open} />;
  return (
    <select
      className="office"
      aria-label={t("shell.chooseOffice")}
      value={shown?.code ?? ""}
      onChange={({ target }) => open(target.value)}
    >
      {!shown && (
        <option value="" disabled>
          {t("shell.pickOffice")}
        </option>
      )}
      {offices.map(({ code, name }) => (
        <option key={code} value={code}>
          {`${name} (${code})`}
        </option>
      ))}
    </select>
  );
}

/** Of an office, with nothing else in their addresses */
const PLAIN_PAGES = [
  "/offices/$office/queues",
  "/offices/$office/onboarding",
  "/offices/$office/first-steps",
  "/offices/$office/settings",
] as const;

function useOpenOffice(): (office: string) => void {
  const navigate = useNavigate();
  const isOn = useMatchRoute();
  const { date = likelyToday(), week } = useParams({ strict: false });
  const raw = useSearch({ strict: false });
  return (office) => {
    const params = { office, date, week: week ?? date };
    const { service } = raw;
    const plain = PLAIN_PAGES.find((to) => isOn({ to }));
    if (week) void navigate({ to: "/offices/$office/weeks/$week", params, search: service ? { service } : {} });
    else if (isOn({ to: "/offices/$office/days/$date/catch-up" }))
      void navigate({ to: "/offices/$office/days/$date/catch-up", params, search: {} });
    else if (plain) void navigate({ to: plain, params });
    else if (isOn({ to: "/offices/$office/mails" }))
      void navigate({ to: "/offices/$office/mails", params, search: {} });
    else void navigate({ to: "/offices/$office/days/$date", params, search: withPanel(validateDaySearch(raw)) });
  };
}
