import { type KeyboardEvent, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ChoiceError } from "../../../../kit/form/choice-error.tsx";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { isTypingElsewhere } from "../../first-letters.ts";
import { ServiceButtons } from "./service-buttons.tsx";
import { hasOthers, serviceButtons } from "./service-choices.ts";
import { type ServiceKey, serviceKeyOf } from "./service-keys.ts";
import { ServiceSearch } from "./service-search.tsx";
import "./service-choice.css";

interface ServiceChoiceProps {
  readonly office: Office;
  /** Empty: none yet */
  readonly value: string;
  readonly error: string | undefined;
  /** Chosen by nobody yet: the form began with it, because somebody in the office has said that it is usual */
  readonly isPreset?: boolean;
  /** All are shown as the form opens, with what was typed before */
  readonly sought?: string | null;
  /** The work begins here */
  readonly isFirst?: boolean;
  readonly onChoose: (service: string) => void;
  /** Where the work goes on once it is chosen, and whatever is typed then */
  readonly onDone?: () => void;
  /** What Enter does besides */
  readonly onEnter?: () => void;
}

/** A service in one key: the usual ones by their digits, 0 for all of them, and whatever is typed looks for one. */
export function ServiceChoice(props: ServiceChoiceProps) {
  const { office, value, error, isFirst = false, onChoose, onDone, onEnter } = props;
  const t = useText();
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const wantsFocus = useRef(false);
  const [sought, setSought] = useState(props.sought ?? null);
  const buttons = serviceButtons(office, value);
  const preset = props.isPreset ? t("panel.service-preset") : null;
  const digits = Math.max(0, ...buttons.map(({ digit }) => digit ?? 0));
  const isSearching = sought !== null || buttons.length === 0;
  const inGroup = (selector: string) => group.current?.querySelector<HTMLElement>(selector);
  const focusChosen = () => (inGroup("input:checked") ?? inGroup("input"))?.focus();
  const begin = useEffectEvent(() => {
    if ((isFirst || sought !== null) && !isTypingElsewhere()) focusChosen();
  });
  useLayoutEffect(begin, []);
  // The buttons are back only after the next drawing.
  useLayoutEffect(() => {
    if (wantsFocus.current) focusChosen();
    wantsFocus.current = false;
  });
  const openAll = () => {
    flushSync(() => setSought(""));
    inGroup("input")?.focus();
  };
  const choose = (service: string) => {
    onChoose(service);
    setSought(null);
    wantsFocus.current = !onDone;
    onDone?.();
  };
  const isChosen = value !== "";
  const acts: Readonly<Record<ServiceKey["act"], (digit: number | null) => void>> = {
    choose: (digit) => {
      const button = buttons.find((each) => each.digit === digit);
      if (button) choose(button.service.code);
    },
    all: () => hasOthers(office, buttons) && openAll(),
    on: () => (onEnter ? onEnter() : isChosen && onDone?.()),
    type: () => (isChosen && onDone ? onDone() : openAll()),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.nativeEvent.isComposing ? null : serviceKeyOf(event);
    if (!key) return;
    // A letter goes by itself to the field that gets the focus now.
    if (key.act !== "type") event.preventDefault();
    if (key.act === "type" || !event.repeat) acts[key.act](key.digit);
  };
  return (
    <fieldset
      ref={group}
      className="services"
      aria-describedby={[error && `${id}-error`, `${id}-keys`].filter(Boolean).join(" ")}
    >
      <legend className="visually-hidden">{t("panel.service")}</legend>
      <div className="lrow">
        <p className="label" aria-hidden="true">
          {t("panel.service")} <span className="optional">{preset ?? t("panel.services-usual")}</span>
          {digits > 0 && <span className="optional keys-hint">, {t("panel.services-digits", { last: digits })}</span>}
        </p>
        {!isSearching && hasOthers(office, buttons) && (
          <Button look="link" size="small" aria-keyshortcuts="0" onClick={openAll}>
            {t("panel.services-all", { count: office.services.length })} <kbd aria-hidden="true">0</kbd>
          </Button>
        )}
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {[preset, t("panel.services-keys")].filter(Boolean).join(". ")}
      </p>
      {/* Beside it, «Όλες» is no way to mend the fault. */}
      <div className="services__choice" data-faulty={error ? "" : undefined}>
        {isSearching ? (
          <ServiceSearch
            office={office}
            begun={sought ?? ""}
            onChoose={choose}
            onEnd={(isKey) => {
              setSought(null);
              wantsFocus.current = isKey;
            }}
          />
        ) : (
          <div className="services__buttons" onKeyDown={onKeyDown}>
            <ServiceButtons buttons={buttons} value={value} isFirst={isFirst} onChoose={onChoose} />
          </div>
        )}
        <ChoiceError id={`${id}-error`} error={error} />
      </div>
    </fieldset>
  );
}
