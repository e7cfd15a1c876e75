export * from "./generated/react";
export { type JobState, useJob } from "./react/job";
export { useEvents } from "./react/events";
export { type JobsState, useJobs } from "./react/jobs";
export { HubProvider, useHubStream, useStreamStatus } from "./react/provider";
export { useReplay } from "./react/replay";
// In the place of the generated hook of this name: it makes the Idempotency-Key and follows the job.
export { type SubmittedJob, useSubmitJob } from "./react/submit";
export { useSubscription } from "./react/subscription";
