import { focusFaultIn } from "../../../../kit/form/focus.ts";
import { PANEL_ID } from "../../cell-focus.ts";

/** To the first field of the panel that says it is faulty. */
export const focusFirstFault = (): void => focusFaultIn(document.getElementById(PANEL_ID));
