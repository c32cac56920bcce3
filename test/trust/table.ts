/** Within an entry of a list, below its sentence. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `  | ${cells.join(" | ")} |`);
  return `\n\n${lines.join("\n")}`;
}
