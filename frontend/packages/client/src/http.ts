import { EtagMemory } from "./etags";
import { HubProblem, problemOf, timedOut, unreachable } from "./problem";

type HeaderSource = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);

/**
 * baseUrl: origin of the hub or of your proxy, "" (the same origin) by itself. headers: sent with every call.
 * readTimeoutMs: until an answer to a read begins, 15 s by itself; a write is waited for as long as it takes.
 */
export type HubConfiguration = { baseUrl?: string; headers?: HeaderSource; readTimeoutMs?: number };

const configuration: Required<HubConfiguration> = { baseUrl: "", headers: {}, readTimeoutMs: 15_000 };
const etags = new EtagMemory();

/** Say once where the hub is and how calls sign in. What is left out or undefined stays as it was. */
export function configureHub(changes: HubConfiguration): void {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  Object.assign(configuration, Object.fromEntries(given));
}

/** Error type of every generated hook (Orval looks for this name). */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- Orval gives it the body, which HubProblem has read already
export type ErrorType<Body> = HubProblem;

/**
 * One call of the API: the answer's body as JSON, undefined when it has none.
 *
 * Throws HubProblem for every answer outside 2xx and when none comes (`unreachable`, `timed_out`); an abort passes as it is. An answer
 * with an ETag is remembered, and asked for again with If-None-Match: a 304 gives the very same object once more.
 */
export async function hubFetch<T>(path: string, options: RequestInit = {}): Promise<T> {
  const { baseUrl, headers: source } = configuration;
  const headers = new Headers(typeof source === "function" ? await source() : source);
  new Headers(options.headers).forEach((value, name) => headers.set(name, value));
  const url = baseUrl.replace(/\/$/, "") + path;
  const known = options.method === "GET" ? etags.find(url, headers) : undefined;
  if (known) headers.set("If-None-Match", known.etag);
  const response = await answer(url, { ...options, headers });
  if (response.status === 304 && known) return known.body as T;
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  const body: unknown = await read(response);
  if (options.method === "GET") etags.keep(url, headers, response.headers.get("ETag"), body);
  return body as T;
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const late = new AbortController();
  // A write that is given up may still happen: only reads are.
  const timer = init.method === "GET" && setTimeout(() => late.abort(), configuration.readTimeoutMs);
  const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
  try {
    return await fetch(url, { ...init, signal });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw late.signal.aborted ? timedOut(error) : unreachable(error);
  } finally {
    if (timer) clearTimeout(timer);
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HubProblem(
      {
        status: response.status,
        code: "unexpected_answer",
        title: "Not JSON",
        detail: "The hub's address answered with something that is not JSON. Is it the hub's?",
        requestId: response.headers.get("X-Request-Id"),
      },
      { cause: error },
    );
  }
}
