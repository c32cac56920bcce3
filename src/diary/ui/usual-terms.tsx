import { useQuery } from "@tanstack/react-query";
import { dayQuery } from "../../appointments/ui/queries.ts";
import { likelyToday } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { Field } from "../../kit/ui/field.tsx";
import type { Office } from "../../offices/contract.ts";
import { ServiceSelect } from "./service-select.tsx";
import type { Diary } from "./use-diary.ts";

/** Service, queue and channel of every row that names none. */
export function UsualTerms({ office, work: { diary, setTerms } }: { office: Office; work: Diary }) {
  const t = useText();
  const queues = useQuery(dayQuery(office.code, likelyToday())).data?.queues ?? [];
  return (
    <div className="diary__terms">
      <ServiceSelect
        label={t("diary.service")}
        office={office}
        value={diary.service ?? office.usualService ?? ""}
        onChoose={(service) => setTerms({ service: service || null })}
      />
      <Field label={t("diary.queue")}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={diary.queue ?? ""}
            onChange={(event) => setTerms({ queue: event.target.value === "" ? null : Number(event.target.value) })}
          >
            <option value="">{t("diary.anyQueue")}</option>
            {queues
              .filter(({ active }) => active)
              .map(({ number, name }) => (
                <option key={number} value={number}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
    </div>
  );
}
