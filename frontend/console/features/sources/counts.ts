import type { CountOut } from "@hub/client";

/** What came in a day: received, refused (with why, the most frequent first), and the rest by state. */
export type Counts = {
  received: number;
  accepted: number;
  held: number;
  duplicate: number;
  refused: number;
  reasons: { reason: string; count: number }[];
};

/** Sums of the API's counts by state and reason. */
export function countsOf(rows: CountOut[]): Counts {
  const of = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
  const reasons = rows
    .filter((row) => row.state === "refused")
    .map(({ reason, count }) => ({ reason, count }))
    .sort((one, other) => other.count - one.count);
  return {
    received: rows.reduce((sum, row) => sum + row.count, 0),
    accepted: of("accepted"),
    held: of("held"),
    duplicate: of("duplicate"),
    refused: of("refused"),
    reasons,
  };
}
