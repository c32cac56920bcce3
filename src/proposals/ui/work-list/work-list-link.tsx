import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAfterPage } from "../../../kit/idle/after-page.ts";
import { useText } from "../../../kit/text.tsx";
import { workListCountQuery } from "../queries.ts";

/** The way to what the ministry's closures left over; nothing while there is nothing. For the head alone. */
export function WorkListLink({ office }: { office: string }) {
  const t = useText();
  const count = useQuery({ ...workListCountQuery(office), enabled: useAfterPage() }).data?.count ?? 0;
  if (count === 0) return null;
  return (
    <li className="to-do">
      <Link to="/offices/$office/work-list" params={{ office }}>
        {t("shell.workList", { count })}
      </Link>
    </li>
  );
}
