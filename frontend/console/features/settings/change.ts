import type { Checking, SettingsChange, SettingsOut } from "@hub/client";

/** What the form holds, as text; an empty number of calls is no limit. */
export type Entered = { checking: Checking; events: string; jobs: string; inFlight: string };

/** Settings as the form shows them. */
export function enteredOf(settings: SettingsOut): Entered {
  return {
    checking: settings.event_types,
    events: String(settings.retention_days),
    jobs: String(settings.job_retention_days),
    inFlight: settings.jobs_in_flight === null ? "" : String(settings.jobs_in_flight),
  };
}

/** Only what differs, as the API takes it; null when nothing does. Empty days take the installation's. */
export function changeOf(settings: SettingsOut, entered: Entered): SettingsChange | null {
  const before = enteredOf(settings);
  const number = (text: string) => (text.trim() === "" ? null : Number(text));
  const change: SettingsChange = {
    ...(entered.checking !== before.checking && { event_types: entered.checking }),
    ...(entered.events !== before.events && { retention_days: number(entered.events) }),
    ...(entered.jobs !== before.jobs && { job_retention_days: number(entered.jobs) }),
    ...(entered.inFlight !== before.inFlight && { jobs_in_flight: number(entered.inFlight) }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** Days of events and jobs that a change deletes for good; 0 when it deletes none. */
export function daysLost(settings: SettingsOut, entered: Entered): { events: number; jobs: number } {
  const lost = (before: number, after: string) =>
    after.trim() === "" ? 0 : Math.max(0, before - Number(after));
  return {
    events: lost(settings.retention_days, entered.events),
    jobs: lost(settings.job_retention_days, entered.jobs),
  };
}
