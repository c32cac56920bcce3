import { type KeyboardEvent, useRef, useState } from "react";
import { IN_VAIN_REASONS, type InVainReason } from "../../../in-vain/reasons.ts";
import { areSingleKeysOn } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import { useRebook } from "../panel/booking/use-rebook.ts";
import { serviceName } from "../service-words.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { LineChips, NO_LINE, useLinesToBring } from "./line-chips.tsx";
import { useNoteInVain } from "./use-note-in-vain.ts";
import type { VisitInQuestion } from "./visit-in-question.ts";
import "./in-vain.css";

interface InVainFormProps {
  readonly office: Office;
  readonly visit: VisitInQuestion;
  readonly onClose: () => void;
  /** «Επόμενος», which notes nothing of this */
  readonly onNext?: () => void;
}

/** «Τι δεν είχαμε πει καθαρά;»: three answers, by keys or buttons. Nothing is written unless one of them is sent. */
export function InVainForm({ office, visit, onClose, onNext }: InVainFormProps) {
  const t = useText();
  const { language } = useLanguage();
  const { noted, note, isPending } = useNoteInVain(visit);
  const rebook = useRebook();
  const { openNew } = useDayNavigation();
  const form = useRef<HTMLFormElement>(null);
  const [service, setService] = useState(noted?.service ?? visit.services[0] ?? "");
  const [reason, setReason] = useState<InVainReason | null>(noted?.reason ?? null);
  const [line, setLine] = useState<string | null>(noted?.reason === "paper" ? (noted.line ?? NO_LINE) : null);
  const [problem, setProblem] = useState<"which" | "paper" | null>(null);
  const lines = useLinesToBring(office, service, visit.visitCase);
  const choose = (chosen: InVainReason) => {
    setReason(chosen);
    setProblem(null);
    const field = form.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`);
    field?.focus();
  };
  const send = (onDone: () => void) => {
    if (isPending) return;
    if (reason === null) return setProblem("which");
    if (reason === "paper" && lines.length > 0 && line === null) return setProblem("paper");
    const chosen = reason === "paper" && line !== null && line !== NO_LINE ? { line } : {};
    note({ service, reason, ...chosen }, onDone);
  };
  const sendAndBook = () =>
    send(() => {
      onClose();
      if (visit.appointment) rebook(visit.appointment);
      else openNew(service);
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const at = ["1", "2", "3"].indexOf(event.key);
    const chosen = IN_VAIN_REASONS[at];
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Escape") onClose();
    else if (chosen && isPlain) choose(chosen);
    else if (event.code === "KeyK" && isPlain && areSingleKeysOn() && onNext) onNext();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={form}
      className="in-vain"
      aria-label={t("inVain.of", { name: visit.name })}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send(onClose);
      }}
    >
      {visit.services.length > 1 && (
        <label className="in-vain__service">
          {t("inVain.service")}
          <select
            className="input"
            value={service}
            onChange={({ target }) => {
              setService(target.value);
              setLine(null);
            }}
          >
            {visit.services.map((code) => (
              <option key={code} value={code}>
                {serviceName(office, code, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset>
        <legend>{t("inVain.question")}</legend>
        {IN_VAIN_REASONS.map((one, index) => (
          <div key={one}>
            <label className="in-vain__choice">
              <input
                type="radio"
                name="reason"
                value={one}
                ref={index === 0 && noted === null ? focusOnce : undefined}
                checked={reason === one}
                onChange={() => choose(one)}
              />
              <span>{t(`inVain.reason-${one}`)}</span>
              <kbd aria-hidden="true">{index + 1}</kbd>
            </label>
            {one === "paper" && reason === "paper" && lines.length > 0 && (
              <LineChips lines={lines} chosen={line} onChoose={setLine} />
            )}
          </div>
        ))}
      </fieldset>
      {problem && (
        <p className="note note--warn" role="alert">
          {t(`inVain.missing-${problem}`)}
        </p>
      )}
      <p className="hint">{t("inVain.counts")}</p>
      <div className="group">
        <Button type="submit" look="go" aria-disabled={isPending}>
          {t("inVain.save")} <kbd aria-hidden="true">↵</kbd>
        </Button>
        <Button aria-disabled={isPending} onClick={sendAndBook}>
          <Icon name="calendar" /> {t("inVain.and-new")}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t("inVain.close")}
        </Button>
      </div>
    </form>
  );
}

const focusOnce = (element: HTMLInputElement | null): void => element?.focus();
