/** Written in the language of the screen. */
export const ARROWS = "Arrows";

/** What a key does: the key as it is named, and the words of the catalogue. */
export const KEYS = [
  ["/", "shell.search"],
  ["N", "plan.new"],
  ["1…6, 0", "plan.keyService"],
  ["A", "plan.keyWalkIn"],
  ["K", "waiting.keyNext"],
  ["G", "waiting.keyLine"],
  ["H", "inVain.key"],
  ["[", "plan.keyPrevious"],
  ["]", "plan.keyNext"],
  ["T", "plan.keyToday"],
  ["V", "table.keyView"],
  ["F", "table.keyFilter"],
  [ARROWS, "plan.keyMoveInPlan"],
  ["Enter", "plan.keyOpen"],
  ["Q", "plan.scan"],
  ["P", "plan.keyArrived"],
  ["S", "plan.act-service-start"],
  ["O", "plan.act-completion"],
  ["C", "plan.keyCall"],
  ["D", "plan.keyNoShow"],
  ["L", "plan.keyLeft"],
  ["Y", "plan.keyAbsence"],
  ["M", "plan.keyMove"],
  ["E", "plan.keyEdit"],
  ["Delete", "plan.keyCancel"],
  ["U", "plan.keyUndoOn"],
  ["Ctrl + Z", "plan.keyUndo"],
  ["Ctrl + P", "plan.keyPrint"],
  ["F2", "plan.keyRepair"],
  ["Alt + Y", "plan.keyMoreServices"],
  ["Alt + A", "plan.keyCompanions"],
  ["W", "plan.keyWeeks"],
  ["B", "plan.keyNextFree"],
  ["PgUp, PgDn", "plan.keyFourWeeks"],
  ["?", "plan.keyHelp"],
  ["F1", "shell.helpKey"],
] as const;

/** For whoever has several offices. */
export const KEYS_OF_OFFICES = ["1…9", "plan.keyOffices"] as const;
