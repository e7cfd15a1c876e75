import { HubProblem } from "@hub/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { noteProblem } from "./open-tenant";

const RETRIES = 2;

/** Queries are fresh for 10 s (the stream says earlier what changed); what the API refused is not asked again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        leaveWhenSignedOut(error);
        noteProblem(error);
      },
    }),
    mutationCache: new MutationCache({ onError: noteProblem }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < RETRIES && mayPass(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/** Whether the same request may go well in a moment: nothing came back, too many at once, or the server's fault. */
function mayPass(error: unknown): boolean {
  // Who has waited for long is told; asking twice more would keep it from him, and a slow hub from getting well.
  if (!(error instanceof HubProblem) || error.code === "timed_out") return false;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

/** The session has ended: sign in, then come back to this address. */
function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof HubProblem) || error.status !== 401) return;
  const { pathname, search } = window.location;
  if (pathname !== "/sign-in")
    window.location.assign(`/sign-in?${new URLSearchParams({ next: pathname + search })}`);
}
