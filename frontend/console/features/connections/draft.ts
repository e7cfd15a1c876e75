import type { ConnectorDetails } from "@hub/client";
import { missingOf, valuesOf, type Entered, type Schema } from "./schema";

/** What is entered for a connection that is not made yet. */
export type Draft = { name: string; baseUrl: string; config: Entered; credentials: Entered };

/** Names of required fields that are empty, by part of the form. */
export type Missing = { top: string[]; config: string[]; credentials: string[] };

export const NOTHING_MISSING: Missing = { top: [], config: [], credentials: [] };

/** The part of the credentials' schema that is asked for: all, or with consent only the OAuth client. */
export function askedFor(connector: ConnectorDetails, way: "credentials" | "consent"): Schema {
  const schema: Schema = connector.credentials;
  if (way === "credentials") return schema;
  const { client_id, client_secret } = schema.properties ?? {};
  return {
    type: "object",
    properties: { ...(client_id && { client_id }), ...(client_secret && { client_secret }) },
  };
}

/** What a draft lacks. */
export function lackOf(connector: ConnectorDetails, draft: Draft, credentials: Schema): Missing {
  const top = [
    ...(draft.name.trim() ? [] : ["name"]),
    ...(connector.needs_url && !draft.baseUrl.trim() ? ["base_url"] : []),
  ];
  return {
    top,
    config: missingOf(connector.config, draft.config),
    credentials: missingOf(credentials, draft.credentials),
  };
}

/** A draft as the API takes it. */
export function bodyOf(connector: ConnectorDetails, draft: Draft, credentials: Schema) {
  return {
    name: draft.name.trim(),
    base_url: draft.baseUrl.trim(),
    config: valuesOf(connector.config, draft.config),
    credentials: valuesOf(credentials, draft.credentials),
  };
}
