/** The focus of a form that can't be saved: one way for all. */

export const NOTICE = "form-notice";

/** A group of controls that is faulty as a whole says so with `data-faulty`. */
const FAULT = '[aria-invalid="true"], [data-faulty] :is(input, button)';

/** To the first field that says it is faulty, in the order of the page; what it says comes into view with it. */
export function focusFaultIn(form: HTMLElement | null): void {
  const control = form?.querySelector<HTMLElement>(FAULT);
  control?.focus();
  control?.closest(".field, [data-faulty]")?.scrollIntoView({ block: "nearest" });
}

/** To the notice of colleagues' changes, or to the first choice that it offers. */
export function focusNoticeIn(form: HTMLElement | null): void {
  const notice = form?.querySelector<HTMLElement>(`.${NOTICE}`);
  (notice?.querySelector<HTMLElement>("input:checked") ?? notice)?.focus();
}

export const focusFirstFieldIn = (form: HTMLElement | null): void =>
  (
    form?.querySelector<HTMLElement>("[data-autofocus]") ?? form?.querySelector<HTMLElement>("input, select, textarea")
  )?.focus();
