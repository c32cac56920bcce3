import { useQuery } from "@tanstack/react-query";
import { dayQuery } from "../../appointments/ui/queries.ts";
import type { Office } from "../../offices/contract.ts";
import { likelyToday } from "../../web/dates.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { Field } from "../../web/ui/field.tsx";
import type { Diary } from "./use-diary.ts";

/** What holds for every row that says nothing else. */
export function UsualTerms({ office, work: { diary, setTerms } }: { office: Office; work: Diary }) {
  const t = useText();
  const { language } = useLanguage();
  const queues = useQuery(dayQuery(office.code, likelyToday())).data?.queues ?? [];
  return (
    <div className="diary__terms">
      <Field label={t("diary.service")}>
        {(wiring) => (
          <select
            {...wiring}
            className="in"
            value={diary.service ?? office.usualService ?? office.services[0]?.code ?? ""}
            onChange={(event) => setTerms({ service: event.target.value })}
          >
            {office.services.map(({ code, name, nameEn, minutes }) => (
              <option key={code} value={code}>
                {t("panel.service-minutes", { name: language === "en" ? nameEn : name, minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("diary.queue")}>
        {(wiring) => (
          <select
            {...wiring}
            className="in"
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
