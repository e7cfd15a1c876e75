import type { Answering, MappingIn, MappingOut } from "@hub/client";
import { parsedObject } from "./options";

/** A mapping while it is written; templates and lists as text. */
export type MappingDraft = {
  kind: "job" | "answer";
  name: string;
  eventType: string;
  filter: string;
  connectionId: string | null;
  operation: string | null;
  input: string;
  tags: string;
  answer: string;
};

/** What an answer needs, for a start. */
const ANSWER = {
  job: { $pointer: "/payload/reference" },
  outcome_pointer: "/payload/status",
  succeeded: ["done"],
  failed: ["failed"],
};

/** The draft that changes a mapping, or makes a new one. */
export function draftOf(mapping: MappingOut | null): MappingDraft {
  return {
    kind: mapping?.answer ? "answer" : "job",
    name: mapping?.name ?? "",
    eventType: mapping?.event_type ?? "*",
    filter: mapping?.filter ?? "",
    connectionId: mapping?.connection_id ?? null,
    operation: mapping?.operation || null,
    input: asText(mapping && !mapping.answer ? mapping.input : {}),
    tags: mapping?.tags.join(", ") ?? "",
    answer: asText(mapping?.answer ?? ANSWER),
  };
}

/** The mapping that a draft says, or what is wrong with its JSON. */
export function readMapping(draft: MappingDraft): { mapping: MappingIn } | { error: string } {
  const { value, error } = parsedObject(draft.kind === "job" ? draft.input : draft.answer);
  if (error !== null) return { error };
  const common = {
    name: draft.name.trim(),
    event_type: draft.eventType.trim() || "*",
    filter: draft.filter.trim() || null,
  };
  // Whether it is one, and what is missing, is the API's to say.
  if (draft.kind === "answer") return { mapping: { ...common, answer: value as unknown as Answering } };
  return {
    mapping: {
      ...common,
      connection_id: draft.connectionId,
      operation: draft.operation ?? "",
      input: value,
      tags: draft.tags
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    },
  };
}

/** All mappings with one put in the place of `old`, or behind the others; without it when there is no new one. */
export function withMapping(
  mappings: MappingOut[],
  old: MappingOut | null,
  mapping: MappingIn | null,
): MappingIn[] {
  const kept = mappings.map((each) => (each === old ? mapping : (each as MappingIn)));
  return [...kept, ...(old === null ? [mapping] : [])].filter((each) => each !== null);
}

/** Templates for an operation's required fields: where each may stand in the sender's body. */
export function inputFor(schema: { required?: string[]; properties?: Record<string, unknown> }): string {
  const names = schema.required?.length ? schema.required : Object.keys(schema.properties ?? {}).slice(0, 3);
  return asText(Object.fromEntries(names.map((name) => [name, { $pointer: `/payload/${name}` }])));
}

function asText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
