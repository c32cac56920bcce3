import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { validateDaySearch, withPanel } from "../../appointments/ui/day-search.ts";
import { likelyToday } from "../dates.ts";
import { useMe } from "../me.ts";
import { useText } from "../text.tsx";
import { useShownOffice } from "./shown-day.ts";

/** Which office is shown; whoever has several chooses here, and the day and how it is looked at stay the same. */
export function OfficeSwitch() {
  const t = useText();
  const navigate = useNavigate();
  const { offices } = useMe();
  const { date = likelyToday() } = useParams({ strict: false });
  const search = withPanel(validateDaySearch(useSearch({ strict: false })));
  const shown = useShownOffice();
  if (offices.length < 2) {
    return shown ? (
      <p className="office">
        <span className="vh">{t("shell.shownOffice")}: </span>
        {shown.name} <small>{shown.code}</small>
      </p>
    ) : null;
  }
  return (
    <select
      className="office"
      aria-label={t("shell.chooseOffice")}
      value={shown?.code ?? ""}
      onChange={({ target }) =>
        navigate({ to: "/offices/$office/days/$date", params: { office: target.value, date }, search })
      }
    >
      {!shown && <option value="" />}
      {offices.map(({ code, name }) => (
        <option key={code} value={code}>
          {`${name} (${code})`}
        </option>
      ))}
    </select>
  );
}
