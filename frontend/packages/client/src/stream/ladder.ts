// The decisions of HubStream, without clock or chance of their own: docs/realtime.md, "Advice for clients" and "Close codes".

/** From the best to the last: each works where the one before is blocked. */
export type Rung = "socket" | "sse" | "polling";

/** How a connection ended. code: the WebSocket's close code. afterMs: what `closing` or Retry-After asked for. */
export type Down = { code?: number; afterMs?: number };

// A connection that ends sooner than this counts as one that failed: some proxies accept and then cut.
export const SETTLED_MS = 5_000;
// HTTP/1.1 browsers open six connections to a host: more topics than this share by turns instead.
export const PARALLEL = 4;
const FAILURES = { socket: 2, sse: 1 };
const BASE_MS = 500;
const LONGEST_MS = 30_000;
const CLIMB_MS = 5_000;
const LONGEST_CLIMB_MS = 60_000;
const TOO_MANY_MS = 5_000;

/** Milliseconds before the next try. tries: failures in a row, from 0. random: 0..1, drawn by the caller. */
export function reconnectDelay(tries: number, random: number): number {
  return random * Math.min(LONGEST_MS, BASE_MS * 2 ** tries);
}

/** Milliseconds on a lower rung before a better one is tried again; between half and all of a growing time. */
export function climbDelay(climbs: number, random: number): number {
  return (0.5 + random / 2) * Math.min(LONGEST_CLIMB_MS, CLIMB_MS * 2 ** climbs);
}

/** The rung to try next. failures: in a row on this one. topics: how many are followed. */
export function nextRung(rung: Rung, failures: number, topics: number): Rung {
  switch (rung) {
    case "socket":
      if (failures < FAILURES.socket) return "socket";
      return topics > PARALLEL ? "polling" : "sse";
    case "sse":
      return failures < FAILURES.sse ? "sse" : "polling";
    case "polling":
      return "polling";
  }
}

/** What a close code asks for: whether to come back, whether the ticket is of no use any more, and the least wait. */
export function afterClose(code: number | undefined): { back: boolean; newTicket: boolean; leastMs: number } {
  switch (code) {
    case 1009:
    case 4400:
    case 4403:
      return { back: false, newTicket: false, leastMs: 0 };
    case 4401:
      return { back: true, newTicket: true, leastMs: 0 };
    case 4429:
      return { back: true, newTicket: false, leastMs: TOO_MANY_MS };
    default:
      return { back: true, newTicket: false, leastMs: 0 };
  }
}
