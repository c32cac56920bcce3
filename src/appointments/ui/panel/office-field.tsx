import { useMe } from "../../../web/me.ts";
import { useText } from "../../../web/text.tsx";
import { Field } from "../../../web/ui/field.tsx";

/** For who works in several ΚΕΠ: which one the appointment is for. */
export function OfficeField({ office, onChange }: { office: string; onChange: (office: string) => void }) {
  const t = useText();
  const { offices } = useMe();
  if (offices.length < 2) return null;
  return (
    <Field label={t("panel.office")}>
      {(wiring) => (
        <select className="in" {...wiring} value={office} onChange={(event) => onChange(event.target.value)}>
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
