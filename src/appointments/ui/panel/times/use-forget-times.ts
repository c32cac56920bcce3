import { useQueryClient } from "@tanstack/react-query";

/** After a collision what was known of the office's room is wrong. */
export function useForgetTimes() {
  const queryClient = useQueryClient();
  return (office: string): void => {
    for (const kind of ["free-times", "availability", "day"])
      void queryClient.invalidateQueries({ queryKey: [kind, office] });
  };
}
