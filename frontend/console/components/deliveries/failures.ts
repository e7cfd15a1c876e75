/** What an attempt's end means, and what somebody can do about it. */
export type Failure = { title: string; means: string; advice: string };

const CLASSES: Record<string, Failure> = {
  dns: {
    title: "The name could not be resolved",
    means: "Nothing was sent: DNS knows no address for the URL's host.",
    advice: "Check the host in the endpoint's URL and its DNS records.",
  },
  forbidden_address: {
    title: "The address is not allowed",
    means: "The host leads to a private, loopback or metadata address, which the hub never calls.",
    advice: "Use a public address, or have whoever runs the hub allow this network.",
  },
  connect: {
    title: "No connection",
    means: "The receiver's machine refused the connection or could not be reached; nothing was sent.",
    advice: "Check that the receiver runs and listens, and that no firewall is in the way.",
  },
  connect_timeout: {
    title: "Connecting took too long",
    means: "No connection was made in time, so nothing was sent. Firewalls that drop packets look like this.",
    advice: "Check the firewall and the load balancer in front of the receiver.",
  },
  tls: {
    title: "TLS failed",
    means: "The certificate did not verify, or both sides have no TLS version in common.",
    advice:
      "Check the receiver's certificate chain, its host name and its end; or the endpoint's private CA.",
  },
  timeout: {
    title: "The answer took too long",
    means: "The request was sent. The receiver may have worked on it, but its answer did not end in time.",
    advice: "Answer 2xx first and do the work after it, or raise the endpoint's timeout (30 s at most).",
  },
  early_close: {
    title: "The receiver hung up",
    means: "The connection was closed before a whole answer had come.",
    advice: "Look for crashes, restarts and proxy limits at the receiver at that time.",
  },
  protocol: {
    title: "Not proper HTTP",
    means: "What came back could not be read as an HTTP answer.",
    advice: "Check that the port speaks HTTP and that http and https are not mixed up.",
  },
  headers_too_large: {
    title: "The answer's headers are too large",
    means: "The hub hung up while reading the answer's headers.",
    advice: "Answer with fewer or smaller headers: cookies are not needed here.",
  },
  invalid_url: {
    title: "The URL cannot be called",
    means: "Nothing was sent: the URL is no longer one that the hub accepts.",
    advice: "Correct the endpoint's URL.",
  },
  invalid_header: {
    title: "A header cannot be sent",
    means: "Nothing was sent: one of the endpoint's own headers has characters that HTTP forbids.",
    advice: "Correct the endpoint's headers.",
  },
  token_unreachable: {
    title: "The token server did not answer",
    means: "No access token could be fetched, so nothing was sent to the endpoint itself.",
    advice: "Check the token URL and that its server runs.",
  },
  token_refused: {
    title: "The token server refused",
    means: "It did not accept the client id and secret; nothing was sent to the endpoint itself.",
    advice: "Set the endpoint's OAuth credentials anew.",
  },
  token_invalid: {
    title: "The token server's answer was no token",
    means: "It answered, but without a usable access token; nothing was sent to the endpoint itself.",
    advice: "Check that the token URL is the token endpoint of client credentials.",
  },
};

const STATUSES: Record<number, Failure> = {
  401: {
    title: "401: the receiver wants to know who calls",
    means: "The request came through without credentials that the receiver accepts.",
    advice: "Check the endpoint's auth, or whether the receiver refuses the signature with 401.",
  },
  403: {
    title: "403: the receiver does not allow it",
    means: "Often a firewall or bot protection in front of the receiver.",
    advice: "Let the hub's address through, or check the credentials' rights.",
  },
  404: {
    title: "404: nothing at this address",
    means: "The host answers, but not at this path.",
    advice: "Check the path of the endpoint's URL and what was deployed there last.",
  },
  410: {
    title: "410: gone for good",
    means: "The receiver says that it wants no more. The hub disables the endpoint at once.",
    advice: "If that was a mistake, mend the receiver and resume the endpoint.",
  },
  413: {
    title: "413: too large for the receiver",
    means: "The receiver, or the proxy in front of it, takes smaller bodies only.",
    advice: "Raise the limit there.",
  },
  429: {
    title: "429: too many requests",
    means: "The receiver asks to slow down; the hub heeds its Retry-After.",
    advice: "Set a rate on the endpoint.",
  },
};

/** Classes of failure that attempts show when no answer came. */
export const ERROR_CLASSES = Object.keys(CLASSES);

/** Plain words for an attempt that did not go well; null for one that did, or that has not been made. */
export function explainFailure(end: { status_code: number | null; error: string | null }): Failure | null {
  const { status_code: code, error } = end;
  if (error !== null && error !== "") {
    return CLASSES[error] ?? { title: error, means: "The attempt failed in this way.", advice: "" };
  }
  if (code === null || (code >= 200 && code < 300)) return null;
  return STATUSES[code] ?? byClass(code);
}

function byClass(code: number): Failure {
  if (code >= 500) {
    return {
      title: `${code}: the receiver failed`,
      means: "The receiver got the request and broke over it, or a proxy had no receiver behind it.",
      advice: "Look into the receiver's log at that time. When it is mended, replay what died.",
    };
  }
  if (code >= 400) {
    return {
      title: `${code}: the receiver refused the request`,
      means: "It was understood as wrong. Trying the same again changes nothing until the receiver changes.",
      advice: "Read the answer's body below, mend the receiver, then replay.",
    };
  }
  return {
    title: `${code}: not a final answer`,
    means: "Deliveries follow no redirects: only 2xx counts as taken.",
    advice: "Set the endpoint's URL to where the redirect leads.",
  };
}

const REASONS: Record<string, string> = {
  ok: "taken",
  gone: "410 Gone",
  endpoint_deleted: "the endpoint was deleted",
  discarded_on_resume: "discarded on resume",
  replay_cancelled: "the replay was cancelled",
  event_expired: "the event's retention is over",
  delivered_since: "delivered in the meantime",
  on_its_way: "on its way by another delivery",
  event_type: "not one of the chosen types",
  channel: "not on a chosen channel",
  filter: "the payload filter left it out",
  changed: "left out then, wanted by now",
};

/** A reason of the API in words: `http_503` is `HTTP 503`. */
export function reasonWords(reason: string | null): string {
  if (!reason) return "–";
  return REASONS[reason] ?? reason.replace(/^http_/, "HTTP ").replaceAll("_", " ");
}
