/** What the console's server is told by its environment; read at each use, so that one build serves everywhere. */
export function hubApiUrl(): string {
  return (process.env.HUB_API_URL ?? "http://127.0.0.1:8000").replace(/\/$/, "");
}

/** The key of the session cookie. Throws when it is missing or too short to be a key. */
export function consoleSecret(): string {
  const secret = process.env.HUB_CONSOLE_SECRET ?? "";
  if (secret.length < 32) throw new Error("HUB_CONSOLE_SECRET needs 32 characters or more.");
  return secret;
}

/** Addresses and CIDRs of the proxies in front of the console. */
export function trustedProxies(): string[] {
  return (process.env.HUB_TRUSTED_PROXIES ?? "").split(",").flatMap((each) => each.trim() || []);
}

/** Origins of the stream, as http(s) and ws(s), for the pages' connect-src. */
export function streamOrigins(): string[] {
  const urls = (process.env.HUB_STREAM_URL ?? "http://127.0.0.1:8001").split(",");
  return urls.flatMap((url) => {
    const { protocol, host } = new URL(url.trim().replace(/^ws/, "http"));
    return protocol === "https:" ? [`https://${host}`, `wss://${host}`] : [`http://${host}`, `ws://${host}`];
  });
}
