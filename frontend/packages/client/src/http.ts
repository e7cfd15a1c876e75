import { EtagMemory } from "./etags";
import { HubProblem, problemOf, unreachable } from "./problem";

type HeaderSource = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);

/** baseUrl: origin of the hub or of your proxy, "" (the same origin) by itself. headers: sent with every call. */
export type HubConfiguration = { baseUrl?: string; headers?: HeaderSource };

const configuration: Required<HubConfiguration> = { baseUrl: "", headers: {} };
const etags = new EtagMemory();

/** Say once where the hub is and how calls sign in. What is left out stays as it was. */
export function configureHub(changes: HubConfiguration): void {
  Object.assign(configuration, changes);
}

/** Error type of every generated hook (Orval looks for this name). */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- Orval gives it the body, which HubProblem has read already
export type ErrorType<Body> = HubProblem;

/**
 * One call of the API: the answer's body as JSON, undefined when it has none.
 *
 * Throws HubProblem for every answer outside 2xx and when none comes (`unreachable`); an abort passes as it is. An answer
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
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable(error);
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
