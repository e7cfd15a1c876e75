import type { Seeded } from "./seed";

/** A page to look at: its place in the pictures' names, and its address. missing: is to be answered 404. */
export type Look = { name: string; path: string; missing?: boolean };

/** Every page of the console, with something in it. */
export function pages(made: Seeded): Look[] {
  return [
    { name: "overview", path: "/" },
    { name: "submit", path: "/submit" },
    { name: "submit-form", path: `/submit?like=${made.job}` },
    { name: "jobs", path: "/jobs" },
    { name: "job", path: `/jobs/${made.job}` },
    { name: "endpoints", path: "/endpoints" },
    { name: "endpoint", path: `/endpoints/${made.endpoint}` },
    { name: "endpoint-new", path: "/endpoints/new" },
    { name: "deliveries", path: "/deliveries" },
    { name: "delivery", path: `/deliveries/${made.delivery}` },
    { name: "attempt", path: `/deliveries/${made.delivery}/attempts/${made.attempt}` },
    { name: "replays", path: "/replays" },
    { name: "replay", path: `/replays/${made.replay}` },
    { name: "connections", path: "/connections" },
    { name: "connection", path: `/connections/${made.connection}` },
    { name: "connection-new", path: "/connections/new" },
    { name: "sources", path: "/sources" },
    { name: "source", path: `/sources/${made.source}` },
    { name: "source-new", path: "/sources/new" },
    { name: "event-types", path: "/event-types" },
    { name: "event-type", path: "/event-types/order.paid" },
    { name: "access", path: "/access" },
    { name: "audit", path: "/audit" },
    { name: "settings", path: "/settings" },
    { name: "not-found", path: "/no-such-page", missing: true },
  ];
}
