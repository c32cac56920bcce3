import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { REASONS, type Reason } from "./form.ts";
import type { ExceptionState } from "./use-exception.ts";

/** Why, from a list, or in own words. */
export function ReasonFields({ exception: { form, change, errors } }: { exception: ExceptionState }) {
  const t = useText();
  const isOther = form.reason === "other";
  return (
    <>
      <Field label={t("rules.reason")} hint={t("rules.reason-hint")} error={isOther ? undefined : errors.reason}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={form.reason}
            onChange={({ target }) => change({ reason: target.value as Reason })}
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`rules.reason-${reason}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isOther && (
        <Field label={t("rules.reason-text")} isOptional error={errors.reason}>
          {(wiring) => (
            <input
              className="input"
              {...wiring}
              autoComplete="off"
              value={form.reasonText}
              onChange={({ target }) => change({ reasonText: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
