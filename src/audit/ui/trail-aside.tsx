import { getRouteApi, Link } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import type { Trail } from "../contract.ts";
import { isAboutSomebody } from "./use-trail.ts";

const route = getRouteApi("/staff/offices/$office/audit");

interface TrailAsideProps {
  readonly office: string;
  readonly trail: Trail;
}

/** Who it was, and how often; each name leads to that employee's entries alone. */
export function TrailAside({ office, trail: { by } }: TrailAsideProps) {
  const t = useText();
  const search = route.useSearch();
  const appointments = isAboutSomebody(search) ? (search.appointments ?? []) : [];
  return (
    <aside className="audit__aside" aria-labelledby="audit-who">
      <section className="sheet audit__who">
        <h2 id="audit-who">{t("audit.who")}</h2>
        <ul>
          {by.map(({ id, name, entries }) => (
            <li key={id}>
              <Link to="/offices/$office/audit" params={{ office }} search={{ ...search, employee: id ?? 0 }}>
                {name ?? t("audit.by-nobody")}
              </Link>
              <b>{entries}</b>
            </li>
          ))}
        </ul>
      </section>
      {appointments.length > 0 && (
        <a className="button" href={answerAddress(office, appointments)} target="_blank" rel="noreferrer">
          {t("audit.answer")}
        </a>
      )}
    </aside>
  );
}

const answerAddress = (office: string, appointments: readonly string[]): string =>
  `/api/offices/${encodeURIComponent(office)}/audit/answer?${new URLSearchParams(appointments.map((id) => ["appointment", id]))}`;
