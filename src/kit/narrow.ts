/** One thing at a time: the width of styles/tokens.css below which a page has no room for two beside each other. */
export const isNarrow = (): boolean => matchMedia("(width < 1200px)").matches;
