import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from "react";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { classes } from "../../../../kit/ui/classes.ts";
import type { Office, Service } from "../../../../offices/contract.ts";
import { servicesFor } from "./service-choices.ts";
import { useServicesMeant } from "./use-services-meant.ts";

interface SearchProps {
  readonly office: Office;
  readonly begun: string;
  readonly name?: string | undefined;
  /** Where «Αναζήτηση» alone does not say for what */
  readonly label?: string;
  readonly onChoose: (service: string) => void;
  /** Left without a choice; by Esc, or by going elsewhere */
  readonly onEnd: (isKey: boolean) => void;
}

/** All services; what is typed leaves those that are named so, or that people call so. ↑ ↓ and ↵ choose. */
export function ServiceSearch({ office, begun, name, label, onChoose, onEnd }: SearchProps) {
  const t = useText();
  const listId = useId();
  const [typed, setTyped] = useState(begun);
  const [at, setAt] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [isEntered, setIsEntered] = useState(false);
  const { codes, isPending } = useServicesMeant(office.code, typed);
  const found = isOpen ? servicesFor(typed, office.services, codes) : [];
  const active = found[Math.min(at, found.length - 1)];
  // Enter came before the answer: it is meant for what the answer finds.
  const isAwaited = isEntered && !isPending;
  const takeFirst = useEffectEvent(() => {
    setIsEntered(false);
    if (active) onChoose(active.code);
  });
  useEffect(() => {
    if (isAwaited) takeFirst();
  }, [isAwaited]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const to = { ArrowDown: Math.min(at + 1, found.length - 1), ArrowUp: Math.max(at - 1, 0) }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter" && active) onChoose(active.code);
    else if (event.key === "Enter") setIsEntered(isPending);
    else if (event.key === "Escape") onEnd(true);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="service-search"
      onFocus={() => setIsOpen(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setIsOpen(false);
        onEnd(false);
      }}
    >
      <input
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-label={label ?? t("panel.services-search")}
        name={name}
        placeholder={t("panel.services-search")}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={active && `${listId}-${active.code}`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          setIsEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={!isOpen || found.length > 0 || isPending ? "visually-hidden" : "hint"} role="status">
        {isOpen && !isPending && t("panel.services-found", { count: found.length })}
      </p>
      {found.length > 0 && (
        // The field keeps the focus, and hears the keys.
        <div
          className="service-search__list"
          role="listbox"
          id={listId}
          aria-label={t("panel.service")}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={onKeyDown}
          onClick={({ target }) => {
            const pressed = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
            if (pressed?.dataset.code) onChoose(pressed.dataset.code);
          }}
        >
          {found.map((service) => (
            <FoundService key={service.code} service={service} listId={listId} isActive={service === active} />
          ))}
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  readonly service: Service;
  readonly listId: string;
  readonly isActive: boolean;
}

function FoundService({ service: { code, name, nameEn, minutes }, listId, isActive }: FoundProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div
      id={`${listId}-${code}`}
      data-code={code}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={classes("service-search__found", isActive && "is-active")}
      ref={isActive ? intoView : undefined}
    >
      <span>{language === "en" ? nameEn : name}</span> <small>{t("panel.minutes", { minutes })}</small>
    </div>
  );
}

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });
