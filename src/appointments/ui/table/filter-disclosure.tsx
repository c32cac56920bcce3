import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { FilterValue } from "../look.ts";
import { onFilterKey } from "./filter-keys.ts";
import { type Option, shortChoice } from "./filter-options.ts";

interface FilterDisclosureProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly FilterValue[];
  readonly onToggle: (value: FilterValue) => void;
  readonly onClear: () => void;
}

/** A button that says what is chosen, and below it the choices with their counts; Esc and a click elsewhere close it. */
export function FilterDisclosure({ label, options, chosen, onToggle, onClear }: FilterDisclosureProps) {
  const t = useText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useOutsideClick(frame, isOpen, () => setIsOpen(false));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape") return onFilterKey(event);
    if (!isOpen) return;
    event.preventDefault();
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className="filter"
      ref={frame}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        type="button"
        ref={button}
        className={classes("filter__button", chosen.length > 0 && "is-on")}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{label}</span> <b>{shortChoice(options, chosen, t)}</b>
        <Icon name={isOpen ? "up" : "down"} />
      </button>
      {isOpen && (
        <fieldset className="filter__choices" id={id}>
          <legend>{label}</legend>
          {options.length === 0 && <p className="hint">{t("table.noOptions")}</p>}
          {options.map(({ value, label: name, count }) => (
            <label className="check" key={value}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span>{name}</span> <small>{count}</small>
            </label>
          ))}
          <Button look="ghost" size="small" className="filter__clear" isOff={chosen.length === 0} onClick={onClear}>
            {t("table.clearOne")}
          </Button>
        </fieldset>
      )}
    </div>
  );
}

function useOutsideClick(frame: RefObject<HTMLElement | null>, isOn: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onPress = ({ target }: PointerEvent) => {
      if (!frame.current?.contains(target as Node)) onOutside();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  });
}
