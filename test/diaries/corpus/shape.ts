/** A diary as offices keep one, and who is in it. Everybody is invented. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  /** The name of its sheet, where that says something */
  readonly sheet?: string;
  readonly people: readonly Planted[];
  /** Cells that nobody can be expected to understand: they are shown where they stand */
  readonly strays?: readonly string[];
}

/** `asks`: only a person can say what is meant, so that it may not fit by itself. */
export interface Planted {
  readonly name: string;
  readonly when: string;
  readonly phone: string;
  readonly service: string | null;
  readonly isCancelled: boolean;
  readonly asks: boolean;
}

type More = Partial<Pick<Planted, "phone" | "service" | "isCancelled" | "asks">>;

export const who = (when: string, name: string, more: More = {}): Planted => ({
  name,
  when: `2026-12-${when}`,
  phone: "",
  service: null,
  isCancelled: false,
  asks: false,
  ...more,
});

/** Cells as they are pasted */
export const cells = (...lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map((text) => (text.includes("\n") ? `"${text}"` : text)).join("\t")).join("\n");
export const lines = (...all: readonly string[]): string => all.join("\n");

export const ASKS = { asks: true } as const;
export const CANCELLED = { asks: true, isCancelled: true } as const;
