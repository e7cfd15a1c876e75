import type { EndpointOut, LineOut } from "@hub/client";
import { reasonWords } from "@/components/deliveries/failures";

/** The one word for an endpoint, the most serious first. */
export function stateOf(endpoint: EndpointOut): "disabled" | "paused" | "failing" | "active" {
  if (endpoint.disabled_at) return "disabled";
  if (endpoint.paused_at) return "paused";
  return endpoint.failing_since ? "failing" : "active";
}

/** The same, told at once that it fails: `failing_since` comes minutes later. now: as counted up to a minute ago. */
export function stateNow(endpoint: EndpointOut, now: LineOut | undefined): ReturnType<typeof stateOf> {
  const state = stateOf(endpoint);
  return state === "active" && now?.trouble === "failing" ? "failing" : state;
}

/** What a failing one fails with, and its breaker where that holds deliveries back: `HTTP 503 · breaker open`. */
export function failureWords(now: Pick<LineOut, "reason" | "breaker">): string {
  const breaker =
    now.breaker && now.breaker !== "closed" ? ` · breaker ${now.breaker.replace("_", "-")}` : "";
  return reasonWords(now.reason) + breaker;
}

/** Words of a field separated by commas, spaces or lines. */
export function words(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
