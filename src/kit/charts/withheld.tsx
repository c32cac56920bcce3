interface WithheldProps {
  readonly title: string;
  /** Why, and what would have to be */
  readonly text: string;
}

/** In the place of a picture that would say something untrue, or of somebody: hatched, and said in words. */
export const Withheld = ({ title, text }: WithheldProps) => (
  <div className="chart__withheld chart__blank">
    <div>
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
    </div>
  </div>
);
