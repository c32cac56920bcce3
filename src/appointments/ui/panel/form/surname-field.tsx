import { type KeyboardEvent, useId, useState } from "react";
import type { Form } from "../../../../kit/form/form.ts";
import { TextInput } from "../../../../kit/form/inputs.tsx";
import { useText } from "../../../../kit/text.tsx";
import { classes } from "../../../../kit/ui/classes.ts";
import type { Office } from "../../../../offices/contract.ts";
import { focusAtOpening } from "../../first-letters.ts";
import { draftOf } from "./draft.ts";
import { type MetPerson, textsOfMet } from "./met-before.ts";
import { MetPersonLines } from "./met-person-lines.tsx";
import { repairHint } from "./repair-hint.tsx";
import { useMetBefore } from "./use-met-before.ts";
import type { Repairs } from "./use-repairs.ts";
import "./met-before.css";

interface SurnameFieldProps {
  readonly form: Pick<Form, "values" | "errors" | "change" | "leave" | "fill">;
  readonly repairs: Repairs;
  readonly office: Office;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly queueName: (queue: number) => string;
  /** Somebody new is being written down, and not what is known of an appointment changed */
  readonly isNew: boolean;
  readonly isOptional: boolean;
  /** The work begins here */
  readonly isFirst: boolean;
}

/** The surname; while it is typed, the people of that name who were here before lie under it: ↓ and ↵ fill one in. */
export function SurnameField({
  form,
  repairs,
  office,
  label,
  describedBy,
  queueName,
  isNew,
  isOptional,
  isFirst,
}: SurnameFieldProps) {
  const t = useText();
  const listId = useId();
  const draft = draftOf(form.values);
  const [begunWith] = useState(draft.lastName);
  const [isPutAway, setIsPutAway] = useState(false);
  const [at, setAt] = useState(-1);
  const isTyping = !isPutAway && draft.lastName !== begunWith;
  const met = useMetBefore(office.code, draft.lastName, isNew && isTyping && draft.party === "citizen");
  const active = met[at];
  const optionId = (index: number) => `${listId}-${index}`;
  const stop = () => {
    setIsPutAway(true);
    setAt(-1);
  };
  const choose = (person: MetPerson) => {
    form.fill(textsOfMet(person, draft));
    stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (met.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: Math.min(at + 1, met.length - 1), ArrowUp: Math.max(at - 1, -1) }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter" && active) choose(active);
    else if (event.key === "Escape" && active) stop();
    else return;
    event.preventDefault();
  };
  return (
    <div className="met-before" onBlur={stop}>
      <TextInput
        form={{
          ...form,
          change: (field, text) => {
            form.change(field, text);
            setIsPutAway(false);
            setAt(-1);
          },
        }}
        field="lastName"
        label={label}
        isOptional={isOptional}
        hint={repairHint(repairs, "lastName")}
        describedBy={describedBy}
        ref={isFirst ? focusAtOpening : undefined}
        onKeyDown={onKeyDown}
        {...(isNew && {
          role: "combobox",
          "aria-autocomplete": "list",
          "aria-expanded": met.length > 0,
          "aria-controls": met.length > 0 ? listId : undefined,
          "aria-activedescendant": active && optionId(at),
        })}
      />
      <p className="visually-hidden" role="status">
        {met.length > 0 && t("panel.met-count", { count: met.length })}
      </p>
      {met.length > 0 && (
        <div className="met-before__list" ref={intoView}>
          <p aria-hidden="true">
            {t("panel.met")} <span className="keys-hint">{t("panel.met-keys")}</span>
          </p>
          {/* The field keeps the focus, and hears the keys. */}
          <div
            role="listbox"
            id={listId}
            aria-label={t("panel.met")}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onKeyDown={onKeyDown}
            onClick={({ target }) => {
              const pressed = target instanceof Element && target.closest<HTMLElement>("[role=option]");
              const person = pressed && met[Number(pressed.dataset.index)];
              if (person) choose(person);
            }}
          >
            {met.map((person, index) => (
              <div
                key={`${person.lastName} ${person.firstName} ${person.phone}`}
                id={optionId(index)}
                data-index={index}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                className={classes("met-before__person", index === at && "is-active")}
              >
                <MetPersonLines person={person} office={office} queueName={queueName} />
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** All of them are seen, however far down the field stands. */
const intoView = (list: HTMLElement | null): void => list?.scrollIntoView({ block: "nearest" });
