import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { SourceFile } from "../diary-draft.ts";

const ALL = "all";

/** Which file is being read, and which of its sheets. */
export function SheetChoice({ file, onTake }: { file: SourceFile; onTake: (file: SourceFile) => void }) {
  const t = useText();
  const { name, sheets, sheet } = file;
  if (sheets.length === 1) return <p className="hint">{t("diary.fileRead", { name })}</p>;
  return (
    <Field label={t("diary.sheet", { name })}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={sheet ?? ALL}
          onChange={({ target }) => onTake({ ...file, sheet: target.value === ALL ? null : Number(target.value) })}
        >
          {sheets.map((each, at) => (
            <option key={each.name} value={at}>
              {each.name}
            </option>
          ))}
          <option value={ALL}>{t("diary.allSheets", { count: sheets.length })}</option>
        </select>
      )}
    </Field>
  );
}
