import { useMutation } from "@tanstack/react-query";
import { submitJob } from "../generated/api";
import type { NewJob } from "../generated/models";
import { HubProblem } from "../problem";
import { type JobState, useJob } from "./job";

const TRIES = 3;

/** Submits with the key; anything that answers with the job's id. */
type Submit<Input> = (input: Input, idempotencyKey: string) => Promise<{ id: string }>;

/** isPending: being submitted. jobId: once it is accepted. error: of the submission, else of following the job. */
export type SubmittedJob<Input> = JobState & {
  /** The job's id; null when it was not accepted, and `error` says why. Never rejects. */
  submit: (input: Input) => Promise<string | null>;
  jobId: string | null;
  isPending: boolean;
  reset: () => void;
};

/**
 * Submit a job and follow it: `submit(newJob)` gives its id, and `job` is what `useJob` says of it.
 *
 * Each submission has an Idempotency-Key of its own, which its repeats after a lost answer use again: it is done once.
 * with: your own way to submit (a server action), where the browser may not call the API.
 */
export function useSubmitJob<Input = NewJob>(
  ...[options]: NewJob extends Input
    ? [options?: { with?: Submit<Input> }]
    : [options: { with: Submit<Input> }]
): SubmittedJob<Input> {
  const submitWith = options?.with ?? (submitToApi as unknown as Submit<Input>);
  const mutation = useMutation<{ id: string }, HubProblem, { input: Input; key: string }>({
    mutationFn: ({ input, key }) => submitWith(input, key),
    retry: (failures, error) => failures < TRIES && isLost(error),
  });
  const jobId = mutation.data?.id ?? null;
  const state = useJob(jobId);
  return {
    ...state,
    error: mutation.error ?? state.error,
    submit: (input) =>
      mutation.mutateAsync({ input, key: newKey() }).then(
        ({ id }) => id,
        () => null,
      ),
    jobId,
    isPending: mutation.isPending,
    reset: mutation.reset,
  };
}

function submitToApi(input: NewJob, key: string): Promise<{ id: string }> {
  return submitJob(input, { headers: { "Idempotency-Key": key } });
}

/** No answer, or one that says nothing of whether the job was accepted. */
function isLost(error: unknown): boolean {
  return error instanceof HubProblem && (error.status === 0 || error.status >= 500);
}

/** 128 random bits as text; `crypto.randomUUID` is missing on pages without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
