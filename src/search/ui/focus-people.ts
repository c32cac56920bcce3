import { focusById } from "../../kit/focus.ts";

/** Between the field, the people found and the one that is shown. */

export const FIELD_ID = "find-person";
export const RESULTS_ID = "found-people";
export const PERSON_ID = "shown-person";

export const optionId = (index: number): string => `found-person-${index}`;

export const focusField = (): void => focusById(FIELD_ID);

/** False while there is nobody to go to, or while the list still answers what was typed before. */
export function focusPeople(): boolean {
  const option = document.querySelector<HTMLElement>('.results:not([aria-busy="true"]) [role=option][tabindex="0"]');
  option?.focus();
  return option !== null;
}
