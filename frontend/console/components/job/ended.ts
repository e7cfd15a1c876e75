import type { JobOut } from "@hub/client";

const ENDED: readonly JobOut["status"][] = ["succeeded", "failed", "cancelled", "expired"];

/** Whether nothing follows for the job. */
export function isEnded({ status }: Pick<JobOut, "status">): boolean {
  return ENDED.includes(status);
}

/** Whether it ended otherwise than well: such a job can be retried. */
export function isFruitless({ status }: Pick<JobOut, "status">): boolean {
  return ENDED.includes(status) && status !== "succeeded";
}
