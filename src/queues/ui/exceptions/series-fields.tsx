import { useId } from "react";
import { useText } from "../../../kit/text.tsx";
import type { ExceptionState } from "./use-exception.ts";

interface SeriesFieldsProps {
  readonly exception: ExceptionState;
  /** How many come after it */
  readonly count: number;
}

/** Of a series: only this one, or those after it too. */
export function SeriesFields({ exception: { form, change }, count }: SeriesFieldsProps) {
  const t = useText();
  const name = useId();
  if (count === 0 && form.scope === "one") return <p className="note">{t("rules.last-of-series")}</p>;
  const words = { one: t("rules.scope-one"), following: t("rules.scope-following", { count }) };
  return (
    <fieldset className="choices choices--list" aria-describedby={`${name}-hint`}>
      <legend className="label">{t("rules.scope")}</legend>
      {(["one", "following"] as const).map((scope) => (
        <label key={scope} className="choice">
          <input type="radio" name={name} checked={form.scope === scope} onChange={() => change({ scope })} />
          {words[scope]}
        </label>
      ))}
      <p className="hint" id={`${name}-hint`}>
        {t("rules.scope-hint")}
      </p>
    </fieldset>
  );
}
