import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAfterPage } from "../../kit/idle/after-page.ts";
import { useText } from "../../kit/text.tsx";
import { mailCountQuery } from "./queries.ts";

/** The way to the letters that did not arrive; nothing while there are none. */
export function MailsLink({ office }: { office: string }) {
  const t = useText();
  const count = useQuery({ ...mailCountQuery(office), enabled: useAfterPage() }).data?.lost ?? 0;
  if (count === 0) return null;
  return (
    <li className="to-do">
      <Link to="/offices/$office/mails" params={{ office }} search={{}} activeOptions={{ includeSearch: false }}>
        {t("shell.mails", { count })}
      </Link>
    </li>
  );
}
