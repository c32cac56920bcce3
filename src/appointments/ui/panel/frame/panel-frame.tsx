import { type KeyboardEvent, type ReactNode, useId } from "react";
import type { Form } from "../../../../kit/form/form.ts";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import { PANEL_ID } from "../../cell-focus.ts";
import { isTypingElsewhere } from "../../first-letters.ts";
import { type PanelKey, panelKeyOf } from "./panel-keys.ts";

interface FrameProps {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** Beside the title, in the same line */
  readonly aside?: ReactNode;
  readonly form?: Pick<Form, "ref">;
  readonly onSave?: () => void;
  readonly onTime?: (index: number) => void;
  readonly onRepair?: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** The panel's head, scrolling body and pinned foot, and its keys: Esc, Ctrl+Enter, Alt+1…4, Alt+Y, Alt+A, F2. */
export function PanelFrame(props: FrameProps) {
  const { title, backLabel, onBack, form, onSave, children, footer } = props;
  const titleId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.nativeEvent.isComposing || target.closest("dialog")) return;
    const key = panelKeyOf(event, target.matches(".slots input, .alternatives input"));
    const act = key && actOf(key, props);
    if (!act && !wouldSendForm(event, target)) return;
    event.preventDefault();
    act?.();
  };
  const content = (
    <>
      <div className="panel__body">{children}</div>
      {footer && <div className="panel__foot">{footer}</div>}
    </>
  );
  return (
    // A click beside the fields leaves the focus within the panel, so that its keys are still heard.
    <section
      id={PANEL_ID}
      className="panel"
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={focusOnOpening}
      onKeyDown={onKeyDown}
    >
      <div className="panel__head">
        <h2 id={titleId}>{title}</h2>
        {props.aside}
        <Button look="ghost" size="small" className="panel__leave" onClick={onBack}>
          {!props.aside && <Icon name="close" />}
          {props.aside ? <ShortBack label={backLabel} /> : backLabel} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
      {onSave ? (
        <form
          ref={form?.ref}
          className="panel__content"
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            onSave();
          }}
        >
          {content}
        </form>
      ) : (
        <div className="panel__content">{content}</div>
      )}
    </section>
  );
}

/** What a key does in this panel; not every panel has every act. */
function actOf(key: PanelKey, { onBack, onSave, onTime, onRepair }: FrameProps): (() => void) | undefined {
  if (key.act === "press") {
    const button = document.querySelector<HTMLElement>(`#${PANEL_ID} [aria-keyshortcuts="${key.shortcut}"]`);
    return button ? () => button.click() : undefined;
  }
  if (key.act === "time") return onTime && (() => onTime(key.index));
  return { back: onBack, save: onSave, repair: onRepair }[key.act];
}

/** The work goes on in the panel, at the field that asked for it or else at its beginning; not where it goes on elsewhere. */
function focusOnOpening(panel: HTMLElement | null): void {
  if (panel && !panel.contains(document.activeElement) && !isTypingElsewhere()) panel.focus();
}

/** Enter alone in a field would save the panel's half-written form: only the button and Ctrl+Enter save. */
const wouldSendForm = (event: KeyboardEvent, target: HTMLElement): boolean =>
  event.key === "Enter" && target.matches("form.panel__content input");

/** «Πίσω», where the title's line has no room for more; where to is heard all the same. */
function ShortBack({ label }: { label: string }) {
  const t = useText();
  const short = t("panel.back-short");
  return (
    <>
      {short}
      <span className="visually-hidden">{label.startsWith(short) ? label.slice(short.length) : `, ${label}`}</span>
    </>
  );
}
