/**
 * Between words that only their layout keeps apart: a screen reader runs them together otherwise, since a space between
 * blocks or flexible parts is none to the browser.
 */
export const Space = () => <span className="visually-hidden"> </span>;
