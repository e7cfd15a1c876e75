import type { EndpointChange, EndpointOut, NewEndpoint } from "@hub/client";
import { words } from "./state";

/** What the form's fields hold, as typed. headers: a `Name: value` a line; certificates: PEM. null leaves what is stored as it is. */
export type Fields = {
  url: string;
  description: string;
  eventTypes: string;
  channels: string;
  filter: string;
  ratePerS: string;
  maxInFlight: string;
  ordered: boolean;
  timeoutS: string;
  retryScheduleS: string;
  ownerEmail: string;
  alertChannel: string;
  headers: string | null;
  auth: Auth | null;
  clientCertificate: string | null;
  privateCa: string | null;
};

/** How the hub signs in at the receiver, as typed; null leaves it as it is. */
export type Auth =
  | { type: "none" }
  | { type: "basic"; username: string; password: string }
  | { type: "oauth2"; tokenUrl: string; clientId: string; clientSecret: string; scope: string };

export const EMPTY: Fields = {
  url: "",
  description: "",
  eventTypes: "",
  channels: "",
  filter: "",
  ratePerS: "",
  maxInFlight: "100",
  ordered: false,
  timeoutS: "15",
  retryScheduleS: "",
  ownerEmail: "",
  alertChannel: "",
  headers: "",
  auth: { type: "none" },
  clientCertificate: "",
  privateCa: "",
};

/** The fields of an endpoint that is to be changed; its header values and credentials are never shown. */
export function fieldsOf(endpoint: EndpointOut): Fields {
  return {
    url: endpoint.url,
    description: endpoint.description,
    eventTypes: endpoint.event_types.join("\n"),
    channels: endpoint.channels.join(", "),
    filter: endpoint.filter ?? "",
    ratePerS: endpoint.rate_per_s === null ? "" : String(endpoint.rate_per_s),
    maxInFlight: String(endpoint.max_in_flight),
    ordered: endpoint.ordered,
    timeoutS: String(endpoint.timeout_s),
    retryScheduleS: endpoint.retry_schedule_s?.join(", ") ?? "",
    ownerEmail: endpoint.owner_email,
    alertChannel: endpoint.alert_channel,
    headers: null,
    auth: null,
    clientCertificate: endpoint.client_certificate ? null : "",
    privateCa: endpoint.private_ca ? null : "",
  };
}

/** The request's body for a new endpoint. */
export function newEndpoint(fields: Fields): NewEndpoint {
  return {
    url: fields.url.trim(),
    description: fields.description.trim(),
    event_types: words(fields.eventTypes),
    channels: words(fields.channels),
    filter: fields.filter.trim() || null,
    rate_per_s: fields.ratePerS.trim() ? Number(fields.ratePerS) : null,
    max_in_flight: Number(fields.maxInFlight),
    ordered: fields.ordered,
    timeout_s: Number(fields.timeoutS),
    retry_schedule_s: fields.retryScheduleS.trim() ? words(fields.retryScheduleS).map(Number) : null,
    owner_email: fields.ownerEmail.trim(),
    alert_channel: fields.alertChannel.trim(),
    ...(fields.headers !== null && { headers: headersOf(fields.headers) }),
    ...(fields.auth !== null && { auth: authOf(fields.auth) }),
    ...(fields.clientCertificate !== null && { client_certificate: fields.clientCertificate.trim() || null }),
    ...(fields.privateCa !== null && { private_ca: fields.privateCa.trim() || null }),
  };
}

/** Only what differs from the endpoint as it was when the form was opened: what others changed meanwhile stays. */
export function changeOf(before: Fields, after: Fields): EndpointChange {
  const [old, now] = [newEndpoint(before), newEndpoint(after)];
  const names = Object.keys(now) as (keyof NewEndpoint)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name]]),
  );
}

function headersOf(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return colon < 0 ? [line.trim(), ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function authOf(auth: Auth): NewEndpoint["auth"] {
  switch (auth.type) {
    case "none":
      return null;
    case "basic":
      return { type: "basic", username: auth.username, password: auth.password };
    case "oauth2":
      return {
        type: "oauth2",
        token_url: auth.tokenUrl,
        client_id: auth.clientId,
        client_secret: auth.clientSecret,
        scope: auth.scope,
      };
  }
}
