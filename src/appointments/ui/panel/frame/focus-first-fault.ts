/** To the first field that says it is faulty, in the order of the page. */
export const focusFirstFault = (): void =>
  document
    .querySelector<HTMLElement>('.panel [aria-invalid="true"], .panel .times--faulty :is(input, button)')
    ?.focus();
