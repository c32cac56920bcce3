/** Something that takes as long as the server needs; screen readers hear the words. */
export const Progress = ({ label }: { label: string }) => (
  <p className="diary__progress" role="status">
    {label}
    <progress aria-label={label} />
  </p>
);
