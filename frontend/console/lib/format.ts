/* Words for numbers, durations and instants. */

const count = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** `12,345`. */
export function formatCount(value: number): string {
  return count.format(value);
}

/** `1 job`, `12 jobs`. plural: `jobs`, `deliveries`. */
export function formatMany(value: number, plural: string): string {
  const noun = value === 1 ? plural.replace(/ies$/, "y").replace(/s$/, "") : plural;
  return `${formatCount(value)} ${noun}`;
}

/** `12.3K` for what has little room. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** `99.95 %` of a ratio 0..1; never rounds up to 100 % what is less. */
export function formatPercent(ratio: number): string {
  if (ratio >= 1) return "100 %";
  const digits = ratio >= 0.99 ? 2 : 1;
  const scale = 10 ** digits;
  return `${(Math.floor(ratio * 100 * scale) / scale).toFixed(digits)} %`;
}

/** `340 ms`, `2.4 s`, `3 m 12 s`, `5 h 2 m`, `3 d 4 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const s = ms / 1000;
  if (s < 59.95) return `${s < 10 ? s.toFixed(1) : Math.round(s)} s`;
  return pair(Math.round(s));
}

function pair(s: number): string {
  const units: [number, string][] = [
    [86_400, "d"],
    [3600, "h"],
    [60, "m"],
    [1, "s"],
  ];
  const place = units.findIndex(([size]) => s >= size);
  const [size, name] = units[place] ?? [1, "s"];
  const next = units[place + 1];
  const rest = next ? Math.floor((s % size) / next[0]) : 0;
  return `${Math.floor(s / size)} ${name}${next && rest ? ` ${rest} ${next[1]}` : ""}`;
}

/** `12 s ago`, `in 3 m`, `just now`; both in ms since 1970. */
export function formatRelative(at: number, now: number): string {
  const past = now - at;
  const distance = Math.abs(past);
  if (distance < 2000) return "just now";
  const s = Math.floor(distance / 1000);
  const words =
    s < 60
      ? `${s} s`
      : s < 3600
        ? `${Math.floor(s / 60)} m`
        : s < 86_400
          ? `${Math.floor(s / 3600)} h`
          : `${Math.floor(s / 86_400)} d`;
  return past >= 0 ? `${words} ago` : `in ${words}`;
}

/** `22 Nov 2026, 14:03:09` in the viewer's zone. */
export function formatInstant(at: number): string {
  return new Date(at).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

/** `2026-11-22T14:03:09` in the viewer's zone, as `<input type=datetime-local>` wants it; empty for what is no instant. */
export function formatForInput(at: number): string {
  if (Number.isNaN(at)) return "";
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** `1.4 KiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KiB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
