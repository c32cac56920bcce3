import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import { panelKeyOf } from "./panel-keys.ts";

interface FrameProps {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
  readonly onSave?: () => void;
  readonly onTime?: (index: number) => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** The panel's head, scrolling body and pinned foot, and its keys: Esc, Ctrl+Enter, Alt+1…4. */
export function PanelFrame({ title, backLabel, onBack, onSave, onTime, children, footer }: FrameProps) {
  const titleId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.nativeEvent.isComposing || target.closest("dialog")) return;
    const key = panelKeyOf(event, target.matches(".times input"));
    if (key?.act === "back") onBack();
    else if (key?.act === "save" && onSave) onSave();
    else if (key?.act === "time" && onTime) onTime(key.index);
    else if (!wouldSendForm(event, target)) return;
    event.preventDefault();
  };
  const Content = onSave ? "form" : "div";
  return (
    // A click beside the fields leaves the focus within the panel, so that its keys are still heard.
    <section className="panel" aria-labelledby={titleId} tabIndex={-1} ref={focusOnOpening} onKeyDown={onKeyDown}>
      <div className="panel__head">
        <h2 id={titleId}>{title}</h2>
        <Button look="ghost" size="small" onClick={onBack}>
          <Icon name="close" />
          {backLabel} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
      <Content
        className="panel__content"
        {...(onSave && { noValidate: true, autoComplete: "off", onSubmit: sending(onSave) })}
      >
        <div className="panel__body">{children}</div>
        {footer && <div className="panel__foot">{footer}</div>}
      </Content>
    </section>
  );
}

/** The work goes on in the panel, at the field that asked for it or else at its beginning. */
function focusOnOpening(panel: HTMLElement | null): void {
  if (panel && !panel.contains(document.activeElement)) panel.focus();
}

/** Enter alone in a field would save a half-written form: only the button and Ctrl+Enter save. */
const wouldSendForm = (event: KeyboardEvent, target: HTMLElement): boolean =>
  event.key === "Enter" && target.matches("input");

const sending = (onSave: () => void) => (event: FormEvent) => {
  event.preventDefault();
  onSave();
};
