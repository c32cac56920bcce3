const addresses = import.meta.glob<string>("../../../docs/manual/figures/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The pictures of the manual: name of the file → address. */
export const FIGURES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(addresses).map(([path, address]) => [path.replace(/^.*\//, ""), address]),
);
