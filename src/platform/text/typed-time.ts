/** "09:30" of what a hand types: 9, 930, 9:30, 09.30; null when it is no time. 24:00 ends a day. Pure. */
export function timeIn(text: string): string | null {
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const isTime = (Number(hours) < 24 && Number(minutes) < 60) || (hours === "24" && minutes === "00");
  return isTime ? `${hours.padStart(2, "0")}:${minutes}` : null;
}
