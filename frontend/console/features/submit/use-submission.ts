"use client";

import { HubProblem, type NewJob, submitJob } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";

const TRIES = 3;

/** Sends jobs; each with a key that stays while the very same is tried again, so that a lost answer makes no second job. */
export function useSubmission(onAccepted: (id: string) => void) {
  const [madeKey, setMadeKey] = useState(newKey);
  const last = useRef<string | null>(null);
  const mutation = useMutation<{ id: string }, HubProblem, { job: NewJob; key: string }>({
    mutationFn: ({ job, key }) => submitJob(job, { headers: { "Idempotency-Key": key } }),
    retry: (failures, error) => failures < TRIES && (error.status === 0 || error.status >= 500),
    onSuccess: ({ id }) => {
      setMadeKey(newKey());
      last.current = null;
      onAccepted(id);
    },
  });
  /** typed: a key of the sender's own, or nothing. */
  function send(job: NewJob, typed: string): void {
    const body = JSON.stringify(job);
    const changed = last.current !== null && last.current !== body;
    // Another body with a key that the hub may know already would be refused as a conflict.
    const key = typed || (changed ? newKey() : madeKey);
    if (!typed && key !== madeKey) setMadeKey(key);
    last.current = body;
    mutation.mutate({ job, key });
  }
  return {
    send,
    madeKey,
    problem: mutation.error,
    isPending: mutation.isPending,
    /** The browser is offline: it is sent when it is back. */
    isWaiting: mutation.isPaused,
    tries: mutation.failureCount,
  };
}

/** 128 random bits as text; `crypto.randomUUID` is missing on pages without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
