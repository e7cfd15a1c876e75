import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";
import { trustedProxies } from "./config";

/* Next (16.4) keeps an X-Forwarded-For that a browser has made up, and shows a route handler no socket. So whom a request is
 * from is noted before Next sees it, in a header whose name nobody outside can know: without the note nothing is passed on. */
const shared = globalThis as typeof globalThis & { hubPeerHeader?: string; hubPeersNoted?: true };
const HEADER = (shared.hubPeerHeader ??= `x-peer-${randomUUID()}`);

/** From now on every request that this process serves carries whom it is from. Throws when HUB_TRUSTED_PROXIES is no list of networks. */
export function notePeers(): void {
  if (shared.hubPeersNoted) return;
  const trusted = networks(trustedProxies());
  // Published before the server's own listeners hear of the request (Node 20 and later).
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const chain = chainOf(request.socket.remoteAddress, request.headers["x-forwarded-for"], trusted);
    if (chain) request.headers[HEADER] = chain;
  });
  shared.hubPeersNoted = true;
}

/** `X-Forwarded-For` for what is asked of the hub on behalf of this request; nothing when its origin is not known. */
export function forwardedFor(request: Request): Record<string, string> {
  const chain = request.headers.get(HEADER);
  return chain ? { "X-Forwarded-For": chain } : {};
}

/** What a proxy appends: whom it was asked by, behind what came, if that came from a proxy that is trusted. */
export function chainOf(
  peer: string | undefined,
  came: string | string[] | undefined,
  trusted: BlockList,
): string | null {
  const address = peer?.replace(/%.*$/, "");
  if (!address || !isIP(address)) return null;
  const known = trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  return known && came?.length ? `${String(came)}, ${address}` : address;
}

/** Networks from addresses and CIDRs. Throws for anything else. */
export function networks(texts: string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = "", length] = text.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (!isIP(address)) throw new Error(`HUB_TRUSTED_PROXIES: ${text} is no address and no network.`);
    list.addSubnet(address, length === undefined ? (family === "ipv6" ? 128 : 32) : Number(length), family);
  }
  return list;
}
