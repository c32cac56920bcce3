/** Said to who stops there; who goes on typing hardly sees it. */
export const TooLittle = ({ words }: { words: string }) => (
  <div className="sheet results">
    <p className="late results__hint">{words}</p>
  </div>
);
