import type { Option } from "@/components/filters/use-filters";

/** What is noted, by the beginning of the action. */
export const ACTIONS: Option[] = [
  { value: "job.", label: "Jobs" },
  { value: "bulk_action.", label: "Bulk actions" },
  { value: "batch.", label: "Batches" },
  { value: "schedule.", label: "Schedules" },
  { value: "connection.", label: "Connections" },
  { value: "endpoint.", label: "Endpoints" },
  { value: "secret.", label: "Secrets" },
  { value: "replay.", label: "Replays" },
  { value: "source.", label: "Sources" },
  { value: "event_type.", label: "Event types" },
  { value: "key.", label: "API keys" },
  { value: "operator.", label: "Operators" },
  { value: "settings.", label: "Settings" },
  { value: "sign_in", label: "Sign-ins" },
  { value: "sign_in_refused", label: "Refused sign-ins" },
];

/** `endpoint.paused` → `Endpoint paused`. */
export function wordsOf(action: string): string {
  const words = action.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TYPE_NAME = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;

/** The page of what it was done to, where an id alone does not say: event types by name, the tenant's settings. */
export function subjectPlace(action: string, subject: string): string | null {
  if (action.startsWith("event_type.") && TYPE_NAME.test(subject)) return `/event-types/${subject}`;
  if (action.startsWith("settings.")) return "/settings";
  return null;
}
