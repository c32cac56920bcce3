/** Habits of this browser; nothing about persons. Where storage is forbidden, nothing is remembered. */

/** `without-diary`: the office whose head has said that there is no paper diary to bring in */
type Preference = "language" | "office" | "single-key-shortcuts" | "without-diary";

export const preferences = {
  get(name: Preference): string | null {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name: Preference, value: string): void {
    try {
      localStorage.setItem(name, value);
    } catch {
      // A full or forbidden storage costs a habit, not the work.
    }
  },
};
