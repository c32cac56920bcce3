import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Me } from "../../../../identity/contract.ts";
import { useText } from "../../../../kit/text.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { officeQuery } from "../../queries.ts";

interface OfficeFieldProps {
  readonly office: string;
  readonly offices: Me["offices"];
  readonly onChange: (office: string) => void;
}

/** For a clerk of several ΚΕΠ: which one the appointment is for. */
export function OfficeField({ office, offices, onChange }: OfficeFieldProps) {
  const t = useText();
  if (offices.length < 2) return null;
  return (
    <Field label={t("panel.office")}>
      {(wiring) => (
        <select className="input" {...wiring} value={office} onChange={(event) => onChange(event.target.value)}>
          {offices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The ΚΕΠ chosen in the form; while another is being fetched, the one before. */
export function useChosenOffice(code: string, shown: Office): Office {
  const other = useQuery({ ...officeQuery(code), enabled: code !== shown.code, placeholderData: keepPreviousData });
  return code === shown.code ? shown : (other.data ?? shown);
}
