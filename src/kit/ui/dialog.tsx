import { type ReactNode, type SyntheticEvent, useId } from "react";

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal question over the page; Esc closes it, and the focus goes back to where it was. Focus goes to what bears `data-autofocus`: give it to the safe answer. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId();
  // React tells a dialog of one within it, too: a calendar that is put away does not take its form along.
  const close = ({ target, currentTarget }: SyntheticEvent) => target === currentTarget && onClose();
  return (
    // Its keys are not the page's, nor those of a form that it asks something about.
    <dialog
      className="dialog"
      ref={openModal}
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
      aria-labelledby={titleId}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

function openModal(dialog: HTMLDialogElement): () => void {
  if (!dialog.open) dialog.showModal();
  // React never writes the attribute that showModal looks for.
  dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  // Taken away while open, a dialog gives nothing back by itself, and until then nothing outside it can have the focus.
  return () => dialog.close();
}
