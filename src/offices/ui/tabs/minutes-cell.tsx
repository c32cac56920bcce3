import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Service } from "../../contract.ts";
import { minutesField } from "../../rules.ts";
import type { Tab } from "./use-tab.ts";

interface MinutesCellProps {
  readonly tab: Tab;
  readonly service: Service;
  readonly nameId: string;
  readonly name: string;
}

/** How long a service takes here, beside what the nation's catalogue says. */
export function MinutesCell({ tab, service, nameId, name }: MinutesCellProps) {
  const t = useText();
  const { form, canEdit } = tab;
  const { code, minutes } = service;
  const field = minutesField(code);
  const text = form.values[field] ?? "";
  const error = form.errors[field];
  const inputId = `settings-minutes-${code}`;
  const isCatalogues = text.trim() === String(minutes);
  const words = t("office.to-catalogue", { minutes });
  if (!canEdit) {
    return (
      <div className="settings__minutes">
        {t("office.minutes-value", { minutes: text })}
        <span className="hint">{isCatalogues ? t("office.as-catalogue") : words}</span>
      </div>
    );
  }
  const reset = () => {
    form.change(field, String(minutes));
    document.getElementById(inputId)?.focus();
  };
  return (
    <div className="settings__minutes">
      <input
        className="input"
        id={inputId}
        inputMode="numeric"
        autoComplete="off"
        name={field}
        aria-labelledby={`settings-minutes-head ${nameId}`}
        aria-describedby={`${inputId}-error settings-practice-${code}`}
        aria-invalid={error ? true : undefined}
        value={text}
        onChange={(event) => form.change(field, event.target.value)}
        onBlur={() => form.leave(field)}
      />
      {isCatalogues ? (
        <span className="hint">{t("office.as-catalogue")}</span>
      ) : (
        <Button size="in-card" wraps onClick={reset}>
          {words}
          <span className="visually-hidden">, {name}</span>
        </Button>
      )}
      {error && (
        <p className="field-error" id={`${inputId}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}
