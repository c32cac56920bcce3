import { type ReactNode, useId } from "react";
import { useSteady } from "../pressed.ts";
import { useText } from "../text.tsx";
import { Icon } from "./icon.tsx";

/** Attributes that name and describe the control inside a field. */
export interface FieldWiring {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly isOptional?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly id?: string;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** A visible label, the control, its hint and its error. */
export function Field({ label, isOptional = false, hint, error: fault, id, children }: FieldProps) {
  const t = useText();
  const error = useSteady(fault);
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={controlId}>
        {label} {isOptional && <span className="optional">{t("shell.optional")}</span>}
      </label>
      {children({ id: controlId, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error && (
        <p className="field-error" id={errorId}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      {hint && (
        <div className="hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}
