import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAfterPage } from "../../../kit/idle/after-page.ts";
import { useText } from "../../../kit/text.tsx";
import { callDaysQuery } from "../queries.ts";
import { openIn } from "./groups.ts";

/** The way to the citizens who are still to be called; nothing while there are none. */
export function CallsLink({ office }: { office: string }) {
  const t = useText();
  const days = useQuery({ ...callDaysQuery(office), enabled: useAfterPage() }).data?.days ?? [];
  const [first] = days;
  if (!first) return null;
  const { count, withoutPhone } = openIn(days);
  return (
    <li className="to-do">
      <Link to="/offices/$office/calls/$date" params={{ office, date: first.date }}>
        {count > 0 ? t("shell.callList", { count }) : t("shell.callList-no-phone", { count: withoutPhone })}
      </Link>
    </li>
  );
}
