import { useText } from "../../../web/text.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import type { DraftField } from "./draft.ts";
import { inGreekLetters } from "./mixed-script.ts";
import { TextField } from "./text-field.tsx";
import type { DraftForm } from "./use-draft-form.ts";

/** Who comes: a citizen, or a business through its representative. */
export function PersonFields({ form, isFocused = false }: { form: DraftForm; isFocused?: boolean }) {
  const t = useText();
  const isBusiness = form.draft.party === "business";
  return (
    <>
      <ChoiceRow
        legend={t("panel.for-whom")}
        isLegendHidden
        isWide
        options={[
          { value: "citizen", label: t("panel.citizen") },
          { value: "business", label: t("panel.business") },
        ]}
        value={form.draft.party}
        onChange={(party) => form.change("party", party)}
      />
      {isBusiness && (
        <div className="two two--wide">
          <TextField form={form} field="business.name" label={t("panel.business-name")} />
          <TextField form={form} field="business.afm" label={t("panel.afm")} isOptional inputMode="numeric" />
        </div>
      )}
      <div className="two">
        <NameField
          form={form}
          field="lastName"
          label={t(isBusiness ? "panel.representative-last-name" : "panel.last-name")}
          isFocused={isFocused}
        />
        <NameField
          form={form}
          field="firstName"
          label={t(isBusiness ? "panel.representative-first-name" : "panel.first-name")}
        />
      </div>
      {isBusiness && <p className="hint">{t("panel.representative-hint")}</p>}
    </>
  );
}

interface NameFieldProps {
  readonly form: DraftForm;
  readonly field: DraftField & ("lastName" | "firstName");
  readonly label: string;
  readonly isFocused?: boolean;
}

function NameField({ form, field, label, isFocused }: NameFieldProps) {
  const corrected = inGreekLetters(form.draft[field]);
  const hint = corrected && <MixedScript onCorrect={() => form.change(field, corrected)} />;
  return <TextField form={form} field={field} label={label} hint={hint} autoFocus={isFocused} />;
}

function MixedScript({ onCorrect }: { onCorrect: () => void }) {
  const t = useText();
  return (
    <span className="hint--warn">
      <Icon name="info" />
      <span>
        {t("panel.mixed")}{" "}
        <button type="button" className="link" onClick={onCorrect}>
          {t("panel.mixed-correct")}
        </button>
      </span>
    </span>
  );
}
