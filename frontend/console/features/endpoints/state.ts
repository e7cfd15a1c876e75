import type { EndpointOut } from "@hub/client";

/** The one word for an endpoint, the most serious first. */
export function stateOf(endpoint: EndpointOut): "disabled" | "paused" | "failing" | "active" {
  if (endpoint.disabled_at) return "disabled";
  if (endpoint.paused_at) return "paused";
  return endpoint.failing_since ? "failing" : "active";
}

/** Its name where there is room for one: the description, else the URL without its scheme. */
export function nameOf(endpoint: { description: string; url: string }): string {
  return endpoint.description || endpoint.url.replace(/^https?:\/\//, "");
}

/** Words of a field separated by commas, spaces or lines. */
export function words(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
