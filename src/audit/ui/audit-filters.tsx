import { getRouteApi } from "@tanstack/react-router";
import { likelyToday } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { DateField } from "../../kit/ui/date-field.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { KINDS, type Kind } from "../acts.ts";
import type { AuditSearch } from "./audit-search.ts";
import { useTrail } from "./use-trail.ts";

const route = getRouteApi("/staff/offices/$office/audit");

/** Days, kind of act, employee; what is chosen stands in the address. */
export function AuditFilters({ office }: { office: string }) {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const people = useTrail(office).query.data?.pages[0]?.by ?? [];
  const change = (changed: { readonly [K in keyof AuditSearch]?: AuditSearch[K] | undefined }) =>
    navigate({ search: (before) => withoutNothing({ ...before, ...changed }), replace: true });
  const isByDay = search.by === undefined;
  const today = likelyToday();
  return (
    <div className="audit__filters" role="group" aria-label={t("audit.filters")}>
      <DateField
        label={t(isByDay ? "audit.day" : "audit.from")}
        value={search.from ?? (isByDay ? today : "")}
        onChange={(from) => from && change({ from, ...(isByDay && { to: undefined }) })}
        isOptional={!isByDay}
      />
      {!isByDay && (
        <DateField
          label={t("audit.to")}
          value={search.to ?? ""}
          onChange={(to) => change({ to: to || undefined })}
          isOptional
        />
      )}
      <Field label={t("audit.kind")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={search.kind ?? ""}
            onChange={({ target }) => change({ kind: (target.value || undefined) as Kind | undefined })}
          >
            <option value="">{t("audit.kind-all")}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`audit.kind-${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("audit.employee")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={search.employee ?? ""}
            onChange={({ target }) => change({ employee: target.value === "" ? undefined : Number(target.value) })}
          >
            <option value="">{t("audit.everybody")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id ?? 0}>
                {name ?? t("audit.by-nobody")}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

const withoutNothing = (search: object): AuditSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
