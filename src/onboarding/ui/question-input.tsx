import { useId } from "react";
import { ChoiceError } from "../../kit/form/choice-error.tsx";
import type { FieldsForm } from "../../kit/form/form.ts";
import { LinesInput, Radios, TextInput } from "../../kit/form/inputs.tsx";
import type { Question } from "../contract.ts";
import { CONFIRMED } from "../rules.ts";
import type { localized } from "./localized.ts";

interface QuestionInputProps {
  readonly form: FieldsForm;
  readonly question: Question;
  readonly say: ReturnType<typeof localized>;
}

/** The field of a question, by its kind. */
export function QuestionInput({ form, question, say }: QuestionInputProps) {
  const field = { form, field: question.id, label: say(question.label) };
  const hint = question.hint && say(question.hint);
  switch (question.kind) {
    case "number":
      return (
        <div className="onboarding__count">
          <TextInput {...field} hint={hint} isOptional={question.isOptional} inputMode="numeric" />
        </div>
      );
    case "text":
      return <LinesInput {...field} hint={hint} isOptional={question.isOptional} />;
    case "choice":
      return (
        <Radios
          form={form}
          field={question.id}
          legend={field.label}
          hint={hint}
          options={question.options.map(({ id, label }) => [id, say(label)] as const)}
        />
      );
    case "confirmation":
      return <Confirmation {...field} hint={hint} />;
  }
}

interface ConfirmationProps {
  readonly form: FieldsForm;
  readonly field: string;
  readonly label: string;
  readonly hint: string | undefined;
}

function Confirmation({ form, field, label, hint }: ConfirmationProps) {
  const id = useId();
  const error = form.errors[field];
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          name={field}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          checked={form.values[field] === CONFIRMED}
          onChange={({ target }) => form.change(field, target.checked ? CONFIRMED : "")}
        />
        <span>{label}</span>
      </label>
      <ChoiceError id={`${id}-error`} error={error} />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
