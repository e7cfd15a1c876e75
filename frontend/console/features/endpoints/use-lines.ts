import type { LineOut, LinesOut } from "@hub/client";
import { getListEndpointStatisticsQueryOptions } from "@hub/client/react";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";

const byEndpoint = (results: UseQueryResult<LinesOut>[]) =>
  new Map<string, LineOut>(
    results.flatMap((result) => result.data?.data ?? []).map((line) => [line.endpoint_id, line]),
  );

/** The day's figures and the present condition by endpoint id, one call for each page of ids. */
export function useLines(pages: string[][]): Map<string, LineOut> {
  return useQueries({
    queries: pages
      .filter((ids) => ids.length > 0)
      .map((ids) =>
        getListEndpointStatisticsQueryOptions(
          { window: "24h", ids: ids.join(",") },
          { query: { refetchInterval: 60_000 } },
        ),
      ),
    combine: byEndpoint,
  });
}
