/* Generated from openapi.json by `npm run generate`; not edited by hand. */

/**
 * An event of the hub's own, by `type`.
 */
export type HubEvent =
  | JobScheduledEvent
  | JobQueuedEvent
  | JobRunningEvent
  | JobRetryingEvent
  | JobWaitingEvent
  | JobReconcilingEvent
  | JobSucceededEvent
  | JobFailedEvent
  | JobCancelledEvent
  | JobExpiredEvent
  | JobProgressEvent
  | JobResolvedEvent
  | EndpointFailingEvent
  | EndpointDisabledEvent
  | DeliveryDeadEvent
  | ReplayStartedEvent
  | ReplayProgressEvent
  | ReplayFinishedEvent
  | BatchFinishedEvent
  | ScheduleRefusedEvent
  | ConnectionBrokenEvent
  | ConnectionExpiringEvent
  | BulkProgressEvent
  | BulkFinishedEvent
  | HubTestEvent;

/**
 * A job was accepted and waits for its time.
 */
export interface JobScheduledEvent {
  type: "job.scheduled";
  timestamp: string;
  data: {
    id: string;
    status: "scheduled";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A job was accepted and waits for its connection.
 */
export interface JobQueuedEvent {
  type: "job.queued";
  timestamp: string;
  data: {
    id: string;
    status: "queued";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A run of the job has begun.
 */
export interface JobRunningEvent {
  type: "job.running";
  timestamp: string;
  data: {
    id: string;
    status: "running";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A run failed in a way that may pass; the job waits for its next run.
 */
export interface JobRetryingEvent {
  type: "job.retrying";
  timestamp: string;
  data: {
    id: string;
    status: "retrying";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * The job waits for the outside system to call back.
 */
export interface JobWaitingEvent {
  type: "job.waiting";
  timestamp: string;
  data: {
    id: string;
    status: "waiting";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A write's answer was lost; the hub looks for its effect before it does anything again.
 */
export interface JobReconcilingEvent {
  type: "job.reconciling";
  timestamp: string;
  data: {
    id: string;
    status: "reconciling";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * The operation was done; `data.output` holds its result.
 */
export interface JobSucceededEvent {
  type: "job.succeeded";
  timestamp: string;
  data: {
    id: string;
    status: "succeeded";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * The operation will not be done; `data.error` says why.
 */
export interface JobFailedEvent {
  type: "job.failed";
  timestamp: string;
  data: {
    id: string;
    status: "failed";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * Somebody cancelled the job.
 */
export interface JobCancelledEvent {
  type: "job.cancelled";
  timestamp: string;
  data: {
    id: string;
    status: "cancelled";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * The job was not done before `expires_at`.
 */
export interface JobExpiredEvent {
  type: "job.expired";
  timestamp: string;
  data: {
    id: string;
    status: "expired";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A running operation told how far it is: at most about once a second.
 */
export interface JobProgressEvent {
  type: "job.progress";
  timestamp: string;
  data: {
    id: string;
    status: "running" | "waiting" | "queued" | "retrying" | "reconciling";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
  };
}
/**
 * A person said what became of a call whose answer was lost; the state that follows is an event of its own.
 */
export interface JobResolvedEvent {
  type: "job.resolved";
  timestamp: string;
  data: {
    id: string;
    status: "succeeded" | "failed" | "retrying";
    /**
     * higher is newer: drop what comes late
     */
    version: number;
    connection_id: string;
    connector: string;
    operation: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    runs: number;
    progress: {
      fraction?: number | null;
      message?: string;
      at?: string;
    } | null;
    output: {
      [k: string]: unknown;
    } | null;
    error: {
      [k: string]: unknown;
    } | null;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
    resolution: {
      decision: string;
      by: string;
      reason: string;
    };
  };
}
/**
 * An endpoint does nothing but fail; how much of the time until it is disabled is over.
 */
export interface EndpointFailingEvent {
  type: "endpoint.failing";
  timestamp: string;
  data: {
    endpoint_id: string;
    url: string;
    failing_since: string;
    percent: number;
    disabled_at: string | null;
    owner_email: string | null;
  };
}
/**
 * An endpoint takes nothing any more; what it is owed is held.
 */
export interface EndpointDisabledEvent {
  type: "endpoint.disabled";
  timestamp: string;
  data: {
    endpoint_id: string;
    url: string;
    reason: string;
    owner_email: string | null;
  };
}
/**
 * Deliveries to one endpoint have used up their attempts.
 */
export interface DeliveryDeadEvent {
  type: "delivery.dead";
  timestamp: string;
  data: {
    endpoint_id: string | null;
    url: string;
    deliveries: {
      id: string;
      event_id: string;
      event_type: string;
      attempts: number;
      status_code: number | null;
      reason: string;
    }[];
  };
}
/**
 * A replay begins to deliver.
 */
export interface ReplayStartedEvent {
  type: "replay.started";
  timestamp: string;
  data: {
    id: string;
    state: string;
    reason: string;
    requested_by: string;
    total: number;
    pending: number;
    delivered: number;
    dead: number;
    cancelled: number;
    skipped: number;
    per_s: number | null;
    eta_s: number | null;
  };
}
/**
 * A replay has come further, or was steered.
 */
export interface ReplayProgressEvent {
  type: "replay.progress";
  timestamp: string;
  data: {
    id: string;
    state: string;
    reason: string;
    requested_by: string;
    total: number;
    pending: number;
    delivered: number;
    dead: number;
    cancelled: number;
    skipped: number;
    per_s: number | null;
    eta_s: number | null;
  };
}
/**
 * A replay is over.
 */
export interface ReplayFinishedEvent {
  type: "replay.finished";
  timestamp: string;
  data: {
    id: string;
    state: string;
    reason: string;
    requested_by: string;
    total: number;
    pending: number;
    delivered: number;
    dead: number;
    cancelled: number;
    skipped: number;
    per_s: number | null;
    eta_s: number | null;
  };
}
/**
 * All jobs of a batch have ended; how many in which state.
 */
export interface BatchFinishedEvent {
  type: "batch.finished";
  timestamp: string;
  data: {
    id: string;
    tags: string[];
    metadata: {
      [k: string]: unknown;
    };
    total: number;
    refused: number;
    counts: {
      [k: string]: number;
    };
    created_at: string;
    finished_at: string;
  };
}
/**
 * A schedule's time came, and its job could not be made.
 */
export interface ScheduleRefusedEvent {
  type: "schedule.refused";
  timestamp: string;
  data: {
    id: string;
    name: string;
    fire_at: string;
    reason: string;
  };
}
/**
 * A system accepts a connection's credentials no more: its jobs wait until it is reconnected.
 */
export interface ConnectionBrokenEvent {
  type: "connection.broken";
  timestamp: string;
  data: {
    connection_id: string;
    name: string;
    connector: string;
    /**
     * category, message and the system's own code
     */
    error: {
      [k: string]: unknown;
    };
  };
}
/**
 * A connection's consent ends within a week, or has ended, and only a person can renew it.
 */
export interface ConnectionExpiringEvent {
  type: "connection.expiring";
  timestamp: string;
  data: {
    connection_id: string;
    name: string;
    connector: string;
    expires_at: string;
    expired: boolean;
  };
}
/**
 * Another tenth of many jobs was retried or cancelled.
 */
export interface BulkProgressEvent {
  type: "bulk.progress";
  timestamp: string;
  data: {
    id: string;
    action: string;
    state: string;
    reason: string;
    requested_by: string;
    total: number;
    done: number;
    skipped: number;
  };
}
/**
 * Retrying or cancelling many jobs is over.
 */
export interface BulkFinishedEvent {
  type: "bulk.finished";
  timestamp: string;
  data: {
    id: string;
    action: string;
    state: string;
    reason: string;
    requested_by: string;
    total: number;
    done: number;
    skipped: number;
  };
}
/**
 * Somebody asked for a test.
 */
export interface HubTestEvent {
  type: "hub.test";
  timestamp: string;
  data: {
    endpoint_id: string;
    message: string;
  };
}
