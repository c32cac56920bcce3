/** To the first field that is marked as wrong. */
export const focusFault = (form: HTMLElement): void =>
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
