/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type {
  Acceptance,
  AcceptedOut,
  AttemptDetail,
  BatchOut,
  BulkDryRun,
  BulkOut,
  Checked,
  ConnectLinkOut,
  ConnectionChange,
  ConnectionHealthOut,
  ConnectionOut,
  ConnectorDetails,
  Connectors,
  CreatedKey,
  Credentials,
  CronPreview,
  DeliveryOut,
  DryRun,
  EndpointChange,
  EndpointDetail,
  EndpointOut,
  EndpointWithSecret,
  EventTypeChange,
  EventTypeOut,
  EventTypes,
  EventsOut,
  Explanation,
  FilterTrial,
  FilterVerdict,
  GetEndpointStatisticsParams,
  GetStatisticsParams,
  GetWebhooksDocument200,
  InviteWithToken,
  JobBatchOut,
  JobOut,
  KeyOut,
  LinesOut,
  ListAttemptsParams,
  ListAuditParams,
  ListBatchesParams,
  ListBulkActionsParams,
  ListConnectionOperationsParams,
  ListConnectionsParams,
  ListDeliveriesParams,
  ListEndpointAlertsParams,
  ListEndpointStatisticsParams,
  ListEndpointsParams,
  ListEventsParams,
  ListInvitesParams,
  ListJobCallbacksParams,
  ListJobChangesParams,
  ListJobEventsParams,
  ListJobsParams,
  ListKeysParams,
  ListOperatorsParams,
  ListReplayChangesParams,
  ListReplayItemsParams,
  ListReplaysParams,
  ListRunsParams,
  ListScheduleTicksParams,
  ListSchedulesParams,
  ListSourceRequestsParams,
  ListSourcesParams,
  ListUndeliveredParams,
  ListingAlertOut,
  ListingAttemptOut,
  ListingAuditOut,
  ListingBulkOut,
  ListingCallbackOut,
  ListingChangeOut,
  ListingConnectionOut,
  ListingDeliveryOut,
  ListingEndpointOut,
  ListingInviteOut,
  ListingJobBatchOut,
  ListingJobChangeOut,
  ListingJobOut,
  ListingKeyOut,
  ListingOperationSummary,
  ListingOperatorOut,
  ListingReplayItemOut,
  ListingReplayOut,
  ListingRequestOut,
  ListingRunOut,
  ListingScheduleOut,
  ListingSourceOut,
  ListingTickOut,
  Me,
  NewBulk,
  NewConnectLink,
  NewConnection,
  NewEndpoint,
  NewEvent,
  NewEventType,
  NewEventTypeVersion,
  NewInvite,
  NewJob,
  NewJobs,
  NewKey,
  NewLinkOut,
  NewPace,
  NewReplay,
  NewRole,
  NewSchedule,
  NewSource,
  NewTicket,
  OperationOut,
  OperatorOut,
  OverviewOut,
  PasswordChange,
  PreviewOut,
  PublicKeys,
  Published,
  Redrive,
  RedriveFiltered,
  RefreshIn,
  ReplayOut,
  Replayed,
  RequestDetail,
  Resolved,
  ResumedOut,
  Resumption,
  Rotation,
  ScheduleChange,
  ScheduleOut,
  Secrets,
  SessionOut,
  SettingsChange,
  SettingsOut,
  SourceAddress,
  SourceChange,
  SourceDetail,
  SourceOut,
  SourceRotation,
  SourceWithAddress,
  StatisticsOut,
  Steering,
  TestSent,
  TickOut,
  TicketOut,
  UndeliveredOut,
  Why,
  WhyAgain
} from './models';

import { hubFetch } from '../http';
export const getGetOverviewUrl = () => {




  return `/api/v1/overview`
}

/**
 * Rates of the last hour, what waits and for how long, what fails, and what people have set going. Cheap however much there
 * is: rates come from numbers that are counted once a minute, and what is counted now is counted up to 10,000.
 * @summary Get the overview
 */
export const getOverview = async ( options?: Parameters<typeof hubFetch>[1]): Promise<OverviewOut> => {

  return hubFetch<OverviewOut>(getGetOverviewUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEndpointAlertsUrl = (endpointId: string,
    params?: ListEndpointAlertsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/endpoints/${endpointId}/alerts?${stringifiedParams}` : `/api/v1/endpoints/${endpointId}/alerts`
}

/**
 * E-mails to its `owner_email` that it fails, was disabled or works again; none when the installation sends no e-mail.
 * @summary List what an endpoint's owner was told, newest first
 */
export const listEndpointAlerts = async (endpointId: string,
    params?: ListEndpointAlertsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingAlertOut> => {

  return hubFetch<ListingAlertOut>(getListEndpointAlertsUrl(endpointId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getSubmitJobUrl = () => {




  return `/api/v1/jobs`
}

/**
 * Accepted means kept: the job survives whatever happens to the hub. The answer to an `Idempotency-Key` that came
 * before is the first one, with `Idempotent-Replayed: true`.
 * @summary Submit a job
 */
export const submitJob = async (newJob: NewJob, options?: Parameters<typeof hubFetch>[1]): Promise<AcceptedOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<AcceptedOut>(getSubmitJobUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newJob)
  }
);}



export const getListJobsUrl = (params?: ListJobsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/jobs?${stringifiedParams}` : `/api/v1/jobs`
}

/**
 * List jobs, newest first.
 * @summary List jobs, newest first
 */
export const listJobs = async (params?: ListJobsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingJobOut> => {

  return hubFetch<ListingJobOut>(getListJobsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getSubmitJobsUrl = () => {




  return `/api/v1/jobs/batch`
}

/**
 * Each item has a result of its own: what is wrong with one does not stop the others. Only a malformed body is
 * refused as a whole.
 * @summary Submit up to 1,000 jobs
 */
export const submitJobs = async (newJobs: NewJobs, options?: Parameters<typeof hubFetch>[1]): Promise<BatchOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<BatchOut>(getSubmitJobsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newJobs)
  }
);}



export const getGetJobUrl = (jobId: string,) => {




  return `/api/v1/jobs/${jobId}`
}

/**
 * Answers at once. Send the `ETag` back as `If-None-Match`: an unchanged job is a 304 without a body.
 * @summary Get a job
 */
export const getJob = async (jobId: string, options?: Parameters<typeof hubFetch>[1]): Promise<JobOut> => {

  return hubFetch<JobOut>(getGetJobUrl(jobId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListRunsUrl = (jobId: string,
    params?: ListRunsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/jobs/${jobId}/runs?${stringifiedParams}` : `/api/v1/jobs/${jobId}/runs`
}

/**
 * List a job's runs, newest first.
 * @summary List a job's runs, newest first
 */
export const listRuns = async (jobId: string,
    params?: ListRunsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingRunOut> => {

  return hubFetch<ListingRunOut>(getListRunsUrl(jobId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListJobEventsUrl = (jobId: string,
    params?: ListJobEventsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/jobs/${jobId}/events?${stringifiedParams}` : `/api/v1/jobs/${jobId}/events`
}

/**
 * Read a job's events, oldest first.
 * @summary Read a job's events, oldest first
 */
export const listJobEvents = async (jobId: string,
    params?: ListJobEventsParams, options?: Parameters<typeof hubFetch>[1]): Promise<EventsOut> => {

  return hubFetch<EventsOut>(getListJobEventsUrl(jobId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRetryJobUrl = (jobId: string,) => {




  return `/api/v1/jobs/${jobId}/retry`
}

/**
 * Makes a new job like one that has ended without success; history stays.
 * @summary Retry a job
 */
export const retryJob = async (jobId: string, options?: Parameters<typeof hubFetch>[1]): Promise<AcceptedOut> => {

  return hubFetch<AcceptedOut>(getRetryJobUrl(jobId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getExplainJobUrl = (jobId: string,) => {




  return `/api/v1/jobs/${jobId}/explain`
}

/**
 * Why it is where it is, in one sentence with the facts behind it.
 * @summary Explain a job
 */
export const explainJob = async (jobId: string, options?: Parameters<typeof hubFetch>[1]): Promise<Explanation> => {

  return hubFetch<Explanation>(getExplainJobUrl(jobId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCancelJobUrl = (jobId: string,) => {




  return `/api/v1/jobs/${jobId}/cancel`
}

/**
 * One that has not begun is cancelled. A running call is stopped within about a second (`cancel_requested_at`); whether a
 * write that was stopped has had an effect is looked for before the job becomes `cancelled` or `succeeded`.
 * @summary Cancel a job
 */
export const cancelJob = async (jobId: string,
    whyNull?: Why | null, options?: Parameters<typeof hubFetch>[1]): Promise<JobOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<JobOut>(getCancelJobUrl(jobId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(whyNull)
  }
);}



export const getResolveJobUrl = (jobId: string,) => {




  return `/api/v1/jobs/${jobId}/resolve`
}

/**
 * For one that is `reconciling`: a call's answer was lost, and nobody but a person can find out what it has done. Who
 * decided and why is kept with the job (`/changes`) and told as `job.resolved`.
 * @summary Resolve a job
 */
export const resolveJob = async (jobId: string,
    resolved: Resolved, options?: Parameters<typeof hubFetch>[1]): Promise<JobOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<JobOut>(getResolveJobUrl(jobId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(resolved)
  }
);}



export const getListJobCallbacksUrl = (jobId: string,
    params?: ListJobCallbacksParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/jobs/${jobId}/callbacks?${stringifiedParams}` : `/api/v1/jobs/${jobId}/callbacks`
}

/**
 * What the outside system sent to the job's callback address, or through a source: early, late, repeated and refused ones,
 * too.
 * @summary List the answers that came for a job, newest first
 */
export const listJobCallbacks = async (jobId: string,
    params?: ListJobCallbacksParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingCallbackOut> => {

  return hubFetch<ListingCallbackOut>(getListJobCallbacksUrl(jobId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListJobChangesUrl = (jobId: string,
    params?: ListJobChangesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/jobs/${jobId}/changes?${stringifiedParams}` : `/api/v1/jobs/${jobId}/changes`
}

/**
 * List what people did to a job, newest first.
 * @summary List what people did to a job, newest first
 */
export const listJobChanges = async (jobId: string,
    params?: ListJobChangesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingJobChangeOut> => {

  return hubFetch<ListingJobChangeOut>(getListJobChangesUrl(jobId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListBatchesUrl = (params?: ListBatchesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/batches?${stringifiedParams}` : `/api/v1/batches`
}

/**
 * List batches, newest first.
 * @summary List batches, newest first
 */
export const listBatches = async (params?: ListBatchesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingJobBatchOut> => {

  return hubFetch<ListingJobBatchOut>(getListBatchesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetBatchUrl = (batchId: string,) => {




  return `/api/v1/batches/${batchId}`
}

/**
 * With how many of its jobs are in which state. The jobs themselves: `GET /jobs?batch_id=`.
 * @summary Get a batch
 */
export const getBatch = async (batchId: string, options?: Parameters<typeof hubFetch>[1]): Promise<JobBatchOut> => {

  return hubFetch<JobBatchOut>(getGetBatchUrl(batchId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCloseBatchUrl = (batchId: string,) => {




  return `/api/v1/batches/${batchId}/close`
}

/**
 * No more jobs come to it; it is finished once those that it has have ended.
 * @summary Close a batch
 */
export const closeBatch = async (batchId: string, options?: Parameters<typeof hubFetch>[1]): Promise<JobBatchOut> => {

  return hubFetch<JobBatchOut>(getCloseBatchUrl(batchId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getCreateBulkActionUrl = () => {




  return `/api/v1/bulk-actions`
}

/**
 * The set is what the filter selects now; it is worked through in the background, a slice at a time. With `dry_run` it is only
 * counted. What is done to each job is kept with the job (`/jobs/{id}/changes`).
 * @summary Retry or cancel many jobs
 */
export const createBulkAction = async (newBulk: NewBulk, options?: Parameters<typeof hubFetch>[1]): Promise<BulkDryRun | BulkOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<BulkDryRun | BulkOut>(getCreateBulkActionUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newBulk)
  }
);}



export const getListBulkActionsUrl = (params?: ListBulkActionsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/bulk-actions?${stringifiedParams}` : `/api/v1/bulk-actions`
}

/**
 * List bulk actions, newest first.
 * @summary List bulk actions, newest first
 */
export const listBulkActions = async (params?: ListBulkActionsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingBulkOut> => {

  return hubFetch<ListingBulkOut>(getListBulkActionsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetBulkActionUrl = (bulkId: string,) => {




  return `/api/v1/bulk-actions/${bulkId}`
}

/**
 * Get a bulk action.
 * @summary Get a bulk action
 */
export const getBulkAction = async (bulkId: string, options?: Parameters<typeof hubFetch>[1]): Promise<BulkOut> => {

  return hubFetch<BulkOut>(getGetBulkActionUrl(bulkId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCancelBulkActionUrl = (bulkId: string,) => {




  return `/api/v1/bulk-actions/${bulkId}/cancel`
}

/**
 * What was done stays done; the rest is left as it is.
 * @summary Cancel a bulk action
 */
export const cancelBulkAction = async (bulkId: string, options?: Parameters<typeof hubFetch>[1]): Promise<BulkOut> => {

  return hubFetch<BulkOut>(getCancelBulkActionUrl(bulkId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getCreateScheduleUrl = () => {




  return `/api/v1/schedules`
}

/**
 * At each of its times it makes one job, exactly one, also across restarts.
 * @summary Create a schedule
 */
export const createSchedule = async (newSchedule: NewSchedule, options?: Parameters<typeof hubFetch>[1]): Promise<ScheduleOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ScheduleOut>(getCreateScheduleUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newSchedule)
  }
);}



export const getListSchedulesUrl = (params?: ListSchedulesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/schedules?${stringifiedParams}` : `/api/v1/schedules`
}

/**
 * List schedules, newest first.
 * @summary List schedules, newest first
 */
export const listSchedules = async (params?: ListSchedulesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingScheduleOut> => {

  return hubFetch<ListingScheduleOut>(getListSchedulesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPreviewScheduleUrl = () => {




  return `/api/v1/schedules/preview`
}

/**
 * Preview the times of a cron expression.
 * @summary Preview the times of a cron expression
 */
export const previewSchedule = async (cronPreview: CronPreview, options?: Parameters<typeof hubFetch>[1]): Promise<PreviewOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<PreviewOut>(getPreviewScheduleUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(cronPreview)
  }
);}



export const getGetScheduleUrl = (scheduleId: string,) => {




  return `/api/v1/schedules/${scheduleId}`
}

/**
 * Get a schedule.
 * @summary Get a schedule
 */
export const getSchedule = async (scheduleId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ScheduleOut> => {

  return hubFetch<ScheduleOut>(getGetScheduleUrl(scheduleId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeScheduleUrl = (scheduleId: string,) => {




  return `/api/v1/schedules/${scheduleId}`
}

/**
 * Times that pass while it is paused are not made up for.
 * @summary Change a schedule
 */
export const changeSchedule = async (scheduleId: string,
    scheduleChange: ScheduleChange, options?: Parameters<typeof hubFetch>[1]): Promise<ScheduleOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ScheduleOut>(getChangeScheduleUrl(scheduleId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(scheduleChange)
  }
);}



export const getDeleteScheduleUrl = (scheduleId: string,) => {




  return `/api/v1/schedules/${scheduleId}`
}

/**
 * Jobs that it has made go on.
 * @summary Delete a schedule
 */
export const deleteSchedule = async (scheduleId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getDeleteScheduleUrl(scheduleId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getRunScheduleUrl = (scheduleId: string,) => {




  return `/api/v1/schedules/${scheduleId}/run`
}

/**
 * Also while it is paused. Its overlap rule holds: see `outcome`.
 * @summary Run a schedule now
 */
export const runSchedule = async (scheduleId: string, options?: Parameters<typeof hubFetch>[1]): Promise<TickOut> => {

  return hubFetch<TickOut>(getRunScheduleUrl(scheduleId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getListScheduleTicksUrl = (scheduleId: string,
    params?: ListScheduleTicksParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/schedules/${scheduleId}/ticks?${stringifiedParams}` : `/api/v1/schedules/${scheduleId}/ticks`
}

/**
 * List when a schedule fired, newest first.
 * @summary List when a schedule fired, newest first
 */
export const listScheduleTicks = async (scheduleId: string,
    params?: ListScheduleTicksParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingTickOut> => {

  return hubFetch<ListingTickOut>(getListScheduleTicksUrl(scheduleId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateConnectLinkUrl = () => {




  return `/api/v1/connections/connect-links`
}

/**
 * Whoever opens it is led to the vendor to sign in and consent, and back; then the connection is there. The link is good once
 * and for half an hour. Register `{HUB_API_URL}/connect/callback` as redirect URI with the vendor.
 * @summary Create a connect link
 */
export const createConnectLink = async (newConnectLink: NewConnectLink, options?: Parameters<typeof hubFetch>[1]): Promise<NewLinkOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<NewLinkOut>(getCreateConnectLinkUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newConnectLink)
  }
);}



export const getGetConnectLinkUrl = (linkId: string,) => {




  return `/api/v1/connections/connect-links/${linkId}`
}

/**
 * Says how far the person has come, without the address.
 * @summary Get a connect link
 */
export const getConnectLink = async (linkId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectLinkOut> => {

  return hubFetch<ConnectLinkOut>(getGetConnectLinkUrl(linkId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetStatisticsUrl = (params?: GetStatisticsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/statistics?${stringifiedParams}` : `/api/v1/statistics`
}

/**
 * All of its endpoints together, counted once a minute.
 * @summary Get the tenant's delivery statistics
 */
export const getStatistics = async (params?: GetStatisticsParams, options?: Parameters<typeof hubFetch>[1]): Promise<StatisticsOut> => {

  return hubFetch<StatisticsOut>(getGetStatisticsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEndpointStatisticsUrl = (params?: ListEndpointStatisticsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/endpoints/statistics?${stringifiedParams}` : `/api/v1/endpoints/statistics`
}

/**
 * Totals, a small series and the present condition of each: a list of endpoints needs one call. Ids that are not there are
 * left out. The figures are counted once a minute.
 * @summary List endpoints' delivery statistics
 */
export const listEndpointStatistics = async (params?: ListEndpointStatisticsParams, options?: Parameters<typeof hubFetch>[1]): Promise<LinesOut> => {

  return hubFetch<LinesOut>(getListEndpointStatisticsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetEndpointStatisticsUrl = (endpointId: string,
    params?: GetEndpointStatisticsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/endpoints/${endpointId}/statistics?${stringifiedParams}` : `/api/v1/endpoints/${endpointId}/statistics`
}

/**
 * Counted once a minute.
 * @summary Get an endpoint's delivery statistics
 */
export const getEndpointStatistics = async (endpointId: string,
    params?: GetEndpointStatisticsParams, options?: Parameters<typeof hubFetch>[1]): Promise<StatisticsOut> => {

  return hubFetch<StatisticsOut>(getGetEndpointStatisticsUrl(endpointId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetConnectionHealthUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}/health`
}

/**
 * Requests left, when quotas are given anew, the breaker, the token, the last errors, and what waits. Written down about once
 * a second while calls come back.
 * @summary Get a connection's health
 */
export const getConnectionHealth = async (connectionId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectionHealthOut> => {

  return hubFetch<ConnectionHealthOut>(getGetConnectionHealthUrl(connectionId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getResumeConnectionUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}/resume`
}

/**
 * Lets all of its jobs go on now, whatever held them: refused credentials, an open breaker, a spent quota, a pause that the
 * system asked for. Retries that wait for their time become due. A disabled connection stays disabled.
 * @summary Resume a connection
 */
export const resumeConnection = async (connectionId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ResumedOut> => {

  return hubFetch<ResumedOut>(getResumeConnectionUrl(connectionId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getListConnectionOperationsUrl = (connectionId: string,
    params?: ListConnectionOperationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/connections/${connectionId}/operations?${stringifiedParams}` : `/api/v1/connections/${connectionId}/operations`
}

/**
 * Those of its connector; with `openapi` and `odata` those of the system's own document, in its order.
 * @summary List a connection's operations
 */
export const listConnectionOperations = async (connectionId: string,
    params?: ListConnectionOperationsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingOperationSummary> => {

  return hubFetch<ListingOperationSummary>(getListConnectionOperationsUrl(connectionId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetConnectionOperationUrl = (connectionId: string,
    operationName: string,) => {




  return `/api/v1/connections/${connectionId}/operations/${operationName}`
}

/**
 * With JSON Schemas of what it takes and gives.
 * @summary Get an operation of a connection
 */
export const getConnectionOperation = async (connectionId: string,
    operationName: string, options?: Parameters<typeof hubFetch>[1]): Promise<OperationOut> => {

  return hubFetch<OperationOut>(getGetConnectionOperationUrl(connectionId,operationName),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListConnectionsUrl = (params?: ListConnectionsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/connections?${stringifiedParams}` : `/api/v1/connections`
}

/**
 * List connections, newest first.
 * @summary List connections, newest first
 */
export const listConnections = async (params?: ListConnectionsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingConnectionOut> => {

  return hubFetch<ListingConnectionOut>(getListConnectionsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateConnectionUrl = () => {




  return `/api/v1/connections`
}

/**
 * Create a connection.
 * @summary Create a connection
 */
export const createConnection = async (newConnection: NewConnection, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ConnectionOut>(getCreateConnectionUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newConnection)
  }
);}



export const getGetConnectionUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}`
}

/**
 * Get a connection.
 * @summary Get a connection
 */
export const getConnection = async (connectionId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectionOut> => {

  return hubFetch<ConnectionOut>(getGetConnectionUrl(connectionId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeConnectionUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}`
}

/**
 * Workers use the new values with their next call. `config` and `credentials` are replaced as a whole. New credentials
 * reconnect a broken connection: its jobs go on.
 * @summary Change a connection
 */
export const changeConnection = async (connectionId: string,
    connectionChange: ConnectionChange, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ConnectionOut>(getChangeConnectionUrl(connectionId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(connectionChange)
  }
);}



export const getDeleteConnectionUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}`
}

/**
 * Its credentials are wiped and jobs that have not begun are cancelled; finished jobs stay readable.
 * @summary Delete a connection
 */
export const deleteConnection = async (connectionId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getDeleteConnectionUrl(connectionId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getCheckConnectionUrl = (connectionId: string,) => {




  return `/api/v1/connections/${connectionId}/check`
}

/**
 * Really calls the system with the stored credentials; changes nothing there.
 * @summary Check a connection
 */
export const checkConnection = async (connectionId: string, options?: Parameters<typeof hubFetch>[1]): Promise<Checked> => {

  return hubFetch<Checked>(getCheckConnectionUrl(connectionId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getListConnectorsUrl = () => {




  return `/api/v1/connectors`
}

/**
 * List connectors.
 * @summary List connectors
 */
export const listConnectors = async ( options?: Parameters<typeof hubFetch>[1]): Promise<Connectors> => {

  return hubFetch<Connectors>(getListConnectorsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetConnectorUrl = (name: string,) => {




  return `/api/v1/connectors/${name}`
}

/**
 * With its operations, and JSON Schemas of what they take and give.
 * @summary Get a connector
 */
export const getConnector = async (name: string, options?: Parameters<typeof hubFetch>[1]): Promise<ConnectorDetails> => {

  return hubFetch<ConnectorDetails>(getGetConnectorUrl(name),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEndpointsUrl = (params?: ListEndpointsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/endpoints?${stringifiedParams}` : `/api/v1/endpoints`
}

/**
 * List endpoints, newest first.
 * @summary List endpoints, newest first
 */
export const listEndpoints = async (params?: ListEndpointsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingEndpointOut> => {

  return hubFetch<ListingEndpointOut>(getListEndpointsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateEndpointUrl = () => {




  return `/api/v1/endpoints`
}

/**
 * The answer holds the secret that signs its deliveries (Standard Webhooks).
 * @summary Create an endpoint
 */
export const createEndpoint = async (newEndpoint: NewEndpoint, options?: Parameters<typeof hubFetch>[1]): Promise<EndpointWithSecret> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EndpointWithSecret>(getCreateEndpointUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newEndpoint)
  }
);}



export const getTryEndpointFilterUrl = () => {




  return `/api/v1/endpoints/filter-test`
}

/**
 * On a stored event or on a sample; nothing is kept and nothing is sent.
 * @summary Try a payload filter
 */
export const tryEndpointFilter = async (filterTrial: FilterTrial, options?: Parameters<typeof hubFetch>[1]): Promise<FilterVerdict> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<FilterVerdict>(getTryEndpointFilterUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(filterTrial)
  }
);}



export const getGetEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}`
}

/**
 * With the number of deliveries that are held for it.
 * @summary Get an endpoint
 */
export const getEndpoint = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<EndpointDetail> => {

  return hubFetch<EndpointDetail>(getGetEndpointUrl(endpointId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}`
}

/**
 * What is left out stays. Null empties `filter`, `rate_per_s`, `retry_schedule_s`, `auth`, `client_certificate` and
 * `private_ca`.
 * @summary Change an endpoint
 */
export const changeEndpoint = async (endpointId: string,
    endpointChange: EndpointChange, options?: Parameters<typeof hubFetch>[1]): Promise<EndpointOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EndpointOut>(getChangeEndpointUrl(endpointId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(endpointChange)
  }
);}



export const getDeleteEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}`
}

/**
 * What it is still owed is cancelled; its history stays readable.
 * @summary Delete an endpoint
 */
export const deleteEndpoint = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getDeleteEndpointUrl(endpointId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPauseEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/pause`
}

/**
 * What it is owed is held, never dropped.
 * @summary Pause an endpoint
 */
export const pauseEndpoint = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<EndpointOut> => {

  return hubFetch<EndpointOut>(getPauseEndpointUrl(endpointId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getResumeEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/resume`
}

/**
 * Ends a pause or a disablement, closes the breaker, and tries now what waits for another try. What was held is released, all
 * of it unless the body says otherwise; what is not released is cancelled with the reason `discarded_on_resume`. Large
 * numbers are released little by little.
 * @summary Resume an endpoint
 */
export const resumeEndpoint = async (endpointId: string,
    resumptionNull?: Resumption | null, options?: Parameters<typeof hubFetch>[1]): Promise<EndpointOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EndpointOut>(getResumeEndpointUrl(endpointId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(resumptionNull)
  }
);}



export const getTestEndpointUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/test`
}

/**
 * A `hub.test` event for this endpoint only, whatever its filters say; its delivery shows how it went.
 * @summary Send an endpoint a test event
 */
export const testEndpoint = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<TestSent> => {

  return hubFetch<TestSent>(getTestEndpointUrl(endpointId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetEndpointSecretUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/secret`
}

/**
 * Every one that signs now, the newest first.
 * @summary Read an endpoint's secrets
 */
export const getEndpointSecret = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<Secrets> => {

  return hubFetch<Secrets>(getGetEndpointSecretUrl(endpointId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRotateEndpointSecretUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/secret`
}

/**
 * Until the overlap is over the older secrets sign along with the new one.
 * @summary Rotate an endpoint's secret
 */
export const rotateEndpointSecret = async (endpointId: string,
    rotation: Rotation, options?: Parameters<typeof hubFetch>[1]): Promise<Secrets> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<Secrets>(getRotateEndpointSecretUrl(endpointId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(rotation)
  }
);}



export const getGetEndpointPublicKeyUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/public-key`
}

/**
 * Receivers verify Ed25519 signatures (`v1a`) with them. An endpoint that signs with HMAC only has none.
 * @summary Read an endpoint's public keys
 */
export const getEndpointPublicKey = async (endpointId: string, options?: Parameters<typeof hubFetch>[1]): Promise<PublicKeys> => {

  return hubFetch<PublicKeys>(getGetEndpointPublicKeyUrl(endpointId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEventTypesUrl = () => {




  return `/api/v1/event-types`
}

/**
 * The hub's own, then the tenant's; one by one they come with their schemas. `misfits` says which events of late were unknown
 * or did not fit, and where.
 * @summary List event types
 */
export const listEventTypes = async ( options?: Parameters<typeof hubFetch>[1]): Promise<EventTypes> => {

  return hubFetch<EventTypes>(getListEventTypesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateEventTypeUrl = () => {




  return `/api/v1/event-types`
}

/**
 * Its schema becomes version 1. Whether events are held against it is the tenant's `event_types` at /settings.
 * @summary Register an event type
 */
export const createEventType = async (newEventType: NewEventType, options?: Parameters<typeof hubFetch>[1]): Promise<EventTypeOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EventTypeOut>(getCreateEventTypeUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newEventType)
  }
);}



export const getGetEventTypeUrl = (typeName: string,) => {




  return `/api/v1/event-types/${typeName}`
}

/**
 * With all its schemas, the newest first. Also the hub's own types.
 * @summary Get an event type
 */
export const getEventType = async (typeName: string, options?: Parameters<typeof hubFetch>[1]): Promise<EventTypeOut> => {

  return hubFetch<EventTypeOut>(getGetEventTypeUrl(typeName),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeEventTypeUrl = (typeName: string,) => {




  return `/api/v1/event-types/${typeName}`
}

/**
 * Change an event type.
 * @summary Change an event type
 */
export const changeEventType = async (typeName: string,
    eventTypeChange: EventTypeChange, options?: Parameters<typeof hubFetch>[1]): Promise<EventTypeOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EventTypeOut>(getChangeEventTypeUrl(typeName),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(eventTypeChange)
  }
);}



export const getDeleteEventTypeUrl = (typeName: string,) => {




  return `/api/v1/event-types/${typeName}`
}

/**
 * Its events stay.
 * @summary Unregister an event type
 */
export const deleteEventType = async (typeName: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getDeleteEventTypeUrl(typeName),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getAddEventTypeVersionUrl = (typeName: string,) => {




  return `/api/v1/event-types/${typeName}/versions`
}

/**
 * It counts for whoever publishes without `type_version`; the older ones stay valid for whoever names them.
 * @summary Add a version to an event type
 */
export const addEventTypeVersion = async (typeName: string,
    newEventTypeVersion: NewEventTypeVersion, options?: Parameters<typeof hubFetch>[1]): Promise<EventTypeOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<EventTypeOut>(getAddEventTypeVersionUrl(typeName),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newEventTypeVersion)
  }
);}



export const getGetWebhooksDocumentUrl = () => {




  return `/api/v1/webhooks/openapi.json`
}

/**
 * A document of its own for whoever builds a receiver: what an endpoint of this tenant may get, the hub's own types too.
 * @summary Get the tenant's webhooks as OpenAPI
 */
export const getWebhooksDocument = async ( options?: Parameters<typeof hubFetch>[1]): Promise<GetWebhooksDocument200> => {

  return hubFetch<GetWebhooksDocument200>(getGetWebhooksDocumentUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEventsUrl = (params?: ListEventsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/events?${stringifiedParams}` : `/api/v1/events`
}

/**
 * In the same order as the stream, without gaps: an event that commits late still comes after every cursor given out.
 * A cursor from before the retention is refused (410) with the `oldest_cursor` that misses nothing.
 * @summary Read the event log
 */
export const listEvents = async (params?: ListEventsParams, options?: Parameters<typeof hubFetch>[1]): Promise<EventsOut> => {

  return hubFetch<EventsOut>(getListEventsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPublishEventUrl = () => {




  return `/api/v1/events`
}

/**
 * Into the tenant's log, its stream, and to every endpoint that wants it. The hub's own types (`job.*`,
 * `endpoint.*`, `delivery.*`, `replay.*`, `hub.*`) are refused. Whether the type must be registered, and `data` fit its
 * schema, is the tenant's `event_types` at /settings.
 * @summary Publish an event
 */
export const publishEvent = async (newEvent: NewEvent, options?: Parameters<typeof hubFetch>[1]): Promise<Published> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<Published>(getPublishEventUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newEvent)
  }
);}



export const getListDeliveriesUrl = (params?: ListDeliveriesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/deliveries?${stringifiedParams}` : `/api/v1/deliveries`
}

/**
 * List deliveries, newest first.
 * @summary List deliveries, newest first
 */
export const listDeliveries = async (params?: ListDeliveriesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingDeliveryOut> => {

  return hubFetch<ListingDeliveryOut>(getListDeliveriesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDeliveryUrl = (deliveryId: string,) => {




  return `/api/v1/deliveries/${deliveryId}`
}

/**
 * Get a delivery.
 * @summary Get a delivery
 */
export const getDelivery = async (deliveryId: string, options?: Parameters<typeof hubFetch>[1]): Promise<DeliveryOut> => {

  return hubFetch<DeliveryOut>(getGetDeliveryUrl(deliveryId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReplayDeliveryUrl = (deliveryId: string,) => {




  return `/api/v1/deliveries/${deliveryId}/replay`
}

/**
 * Makes a new delivery of the same event with a fresh budget of attempts; history stays.
 * @summary Replay a delivery
 */
export const replayDelivery = async (deliveryId: string,
    why: Why, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getReplayDeliveryUrl(deliveryId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(why)
  }
);}



export const getRetryDeliveryUrl = (deliveryId: string,) => {




  return `/api/v1/deliveries/${deliveryId}/retry`
}

/**
 * Instead of when its next attempt is due; an open breaker of its endpoint is closed. `resume` does so for all of an
 * endpoint's. What has ended is sent again by a replay.
 * @summary Try a pending delivery now
 */
export const retryDelivery = async (deliveryId: string, options?: Parameters<typeof hubFetch>[1]): Promise<DeliveryOut> => {

  return hubFetch<DeliveryOut>(getRetryDeliveryUrl(deliveryId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getListAttemptsUrl = (deliveryId: string,
    params?: ListAttemptsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/deliveries/${deliveryId}/attempts?${stringifiedParams}` : `/api/v1/deliveries/${deliveryId}/attempts`
}

/**
 * List a delivery's attempts, newest first.
 * @summary List a delivery's attempts, newest first
 */
export const listAttempts = async (deliveryId: string,
    params?: ListAttemptsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingAttemptOut> => {

  return hubFetch<ListingAttemptOut>(getListAttemptsUrl(deliveryId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetAttemptUrl = (deliveryId: string,
    attemptId: string,) => {




  return `/api/v1/deliveries/${deliveryId}/attempts/${attemptId}`
}

/**
 * With its request as it was sent: what is certain about it, what was signed, and the body's exact text. Values of the
 * endpoint's own headers and its credentials are not shown.
 * @summary Get an attempt
 */
export const getAttempt = async (deliveryId: string,
    attemptId: string, options?: Parameters<typeof hubFetch>[1]): Promise<AttemptDetail> => {

  return hubFetch<AttemptDetail>(getGetAttemptUrl(deliveryId,attemptId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateReplayUrl = () => {




  return `/api/v1/replays`
}

/**
 * The set is what the filter selects now, however long writing it down takes (`preparing`); each item gets a new delivery
 * with a fresh budget of attempts. With `dry_run` it is only counted, per endpoint and reason, and nothing is made.
 * @summary Replay deliveries
 */
export const createReplay = async (newReplay: NewReplay, options?: Parameters<typeof hubFetch>[1]): Promise<DryRun | ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<DryRun | ReplayOut>(getCreateReplayUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newReplay)
  }
);}



export const getListReplaysUrl = (params?: ListReplaysParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/replays?${stringifiedParams}` : `/api/v1/replays`
}

/**
 * List replays, newest first.
 * @summary List replays, newest first
 */
export const listReplays = async (params?: ListReplaysParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingReplayOut> => {

  return hubFetch<ListingReplayOut>(getListReplaysUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetReplayUrl = (replayId: string,) => {




  return `/api/v1/replays/${replayId}`
}

/**
 * With how many of its deliveries are in which state. A large one that moves is counted every few seconds.
 * @summary Get a replay
 */
export const getReplay = async (replayId: string, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

  return hubFetch<ReplayOut>(getGetReplayUrl(replayId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPaceReplayUrl = (replayId: string,) => {




  return `/api/v1/replays/${replayId}`
}

/**
 * At any moment until it is over.
 * @summary Change a replay's pace
 */
export const paceReplay = async (replayId: string,
    newPace: NewPace, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getPaceReplayUrl(replayId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newPace)
  }
);}



export const getPauseReplayUrl = (replayId: string,) => {




  return `/api/v1/replays/${replayId}/pause`
}

/**
 * No more deliveries are made of it. Those that were made, about two seconds' worth, and retries go on.
 * @summary Pause a replay
 */
export const pauseReplay = async (replayId: string,
    steering: Steering, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getPauseReplayUrl(replayId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(steering)
  }
);}



export const getResumeReplayUrl = (replayId: string,) => {




  return `/api/v1/replays/${replayId}/resume`
}

/**
 * Where it was paused, or with the rest after its canary.
 * @summary Resume a replay
 */
export const resumeReplay = async (replayId: string,
    steering: Steering, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getResumeReplayUrl(replayId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(steering)
  }
);}



export const getCancelReplayUrl = (replayId: string,) => {




  return `/api/v1/replays/${replayId}/cancel`
}

/**
 * What is delivered stays so; the rest is cancelled with the reason `replay_cancelled`.
 * @summary Cancel a replay
 */
export const cancelReplay = async (replayId: string,
    steering: Steering, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getCancelReplayUrl(replayId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(steering)
  }
);}



export const getListReplayItemsUrl = (replayId: string,
    params?: ListReplayItemsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/replays/${replayId}/items?${stringifiedParams}` : `/api/v1/replays/${replayId}/items`
}

/**
 * By endpoint and event, each with what became of it.
 * @summary List a replay's items
 */
export const listReplayItems = async (replayId: string,
    params?: ListReplayItemsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingReplayItemOut> => {

  return hubFetch<ListingReplayItemOut>(getListReplayItemsUrl(replayId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListReplayChangesUrl = (replayId: string,
    params?: ListReplayChangesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/replays/${replayId}/changes?${stringifiedParams}` : `/api/v1/replays/${replayId}/changes`
}

/**
 * List who steered a replay, when and why, newest first.
 * @summary List who steered a replay, when and why, newest first
 */
export const listReplayChanges = async (replayId: string,
    params?: ListReplayChangesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingChangeOut> => {

  return hubFetch<ListingChangeOut>(getListReplayChangesUrl(replayId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListUndeliveredUrl = (endpointId: string,
    params?: ListUndeliveredParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/endpoints/${endpointId}/undelivered?${stringifiedParams}` : `/api/v1/endpoints/${endpointId}/undelivered`
}

/**
 * Events that were neither delivered nor are on their way: dead, held, cancelled; and those that its filters left out.
 * @summary List what an endpoint still misses, and why
 */
export const listUndelivered = async (endpointId: string,
    params?: ListUndeliveredParams, options?: Parameters<typeof hubFetch>[1]): Promise<UndeliveredOut> => {

  return hubFetch<UndeliveredOut>(getListUndeliveredUrl(endpointId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRedriveUndeliveredUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/undelivered`
}

/**
 * Makes a replay of what is dead or cancelled. Held deliveries follow when the endpoint is resumed.
 * @summary Send again what an endpoint misses
 */
export const redriveUndelivered = async (endpointId: string,
    redrive: Redrive, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getRedriveUndeliveredUrl(endpointId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(redrive)
  }
);}



export const getRedriveFilteredUrl = (endpointId: string,) => {




  return `/api/v1/endpoints/${endpointId}/undelivered/filtered`
}

/**
 * Makes a replay of events that the endpoint was never owed: they go out although its filters, as they are now, do not
 * want them. Nothing from before the endpoint was created, and nothing about the endpoint itself.
 * @summary Send what an endpoint's filters left out
 */
export const redriveFiltered = async (endpointId: string,
    redriveFilteredBody: RedriveFiltered, options?: Parameters<typeof hubFetch>[1]): Promise<ReplayOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<ReplayOut>(getRedriveFilteredUrl(endpointId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(redriveFilteredBody)
  }
);}



export const getListSourcesUrl = (params?: ListSourcesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/sources?${stringifiedParams}` : `/api/v1/sources`
}

/**
 * List sources, newest first.
 * @summary List sources, newest first
 */
export const listSources = async (params?: ListSourcesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingSourceOut> => {

  return hubFetch<ListingSourceOut>(getListSourcesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateSourceUrl = () => {




  return `/api/v1/sources`
}

/**
 * The answer holds the address that the sender is told to call, and the secret where it is ours to make. A secret that the
 * sender makes once it knows the address is set by `POST /sources/{source_id}/secret`. Mappings need the scope `jobs:write`.
 * @summary Create a source
 */
export const createSource = async (newSource: NewSource, options?: Parameters<typeof hubFetch>[1]): Promise<SourceWithAddress> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SourceWithAddress>(getCreateSourceUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newSource)
  }
);}



export const getGetSourceUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}`
}

/**
 * With the exact number of requests of the last day, by what became of them.
 * @summary Get a source
 */
export const getSource = async (sourceId: string, options?: Parameters<typeof hubFetch>[1]): Promise<SourceDetail> => {

  return hubFetch<SourceDetail>(getGetSourceUrl(sourceId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeSourceUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}`
}

/**
 * What is left out or null stays; `options` and `mappings` are replaced as a whole. Its address stays the same.
 * @summary Change a source
 */
export const changeSource = async (sourceId: string,
    sourceChange: SourceChange, options?: Parameters<typeof hubFetch>[1]): Promise<SourceOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SourceOut>(getChangeSourceUrl(sourceId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(sourceChange)
  }
);}



export const getDeleteSourceUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}`
}

/**
 * Its address leads nowhere from now on; the events that it published stay.
 * @summary Delete a source
 */
export const deleteSource = async (sourceId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getDeleteSourceUrl(sourceId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getPauseSourceUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}/pause`
}

/**
 * What comes is verified, kept and answered as ever, and published once the source is resumed.
 * @summary Pause a source
 */
export const pauseSource = async (sourceId: string, options?: Parameters<typeof hubFetch>[1]): Promise<SourceOut> => {

  return hubFetch<SourceOut>(getPauseSourceUrl(sourceId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getResumeSourceUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}/resume`
}

/**
 * What was held is published within seconds, oldest first.
 * @summary Resume a source
 */
export const resumeSource = async (sourceId: string, options?: Parameters<typeof hubFetch>[1]): Promise<SourceOut> => {

  return hubFetch<SourceOut>(getResumeSourceUrl(sourceId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getListSourceRequestsUrl = (sourceId: string,
    params?: ListSourceRequestsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/sources/${sourceId}/requests?${stringifiedParams}` : `/api/v1/sources/${sourceId}/requests`
}

/**
 * All that was accepted, and a sample of what was refused or came again; `GET /sources/{source_id}` has exact numbers.
 * @summary List what came in, newest first
 */
export const listSourceRequests = async (sourceId: string,
    params?: ListSourceRequestsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingRequestOut> => {

  return hubFetch<ListingRequestOut>(getListSourceRequestsUrl(sourceId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSourceRequestUrl = (sourceId: string,
    requestId: string,) => {




  return `/api/v1/sources/${sourceId}/requests/${requestId}`
}

/**
 * With its headers and its body as they came, but for credentials.
 * @summary Get a request
 */
export const getSourceRequest = async (sourceId: string,
    requestId: string, options?: Parameters<typeof hubFetch>[1]): Promise<RequestDetail> => {

  return hubFetch<RequestDetail>(getGetSourceRequestUrl(sourceId,requestId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReplaySourceRequestUrl = (sourceId: string,
    requestId: string,) => {




  return `/api/v1/sources/${sourceId}/requests/${requestId}/replay`
}

/**
 * Makes new events; history stays. What a mapping has done for an event already it does not do again. One that was refused
 * is verified once more, by the secrets of today and as of the time when it came.
 * @summary Publish a request again
 */
export const replaySourceRequest = async (sourceId: string,
    requestId: string,
    whyAgain: WhyAgain, options?: Parameters<typeof hubFetch>[1]): Promise<Replayed> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<Replayed>(getReplaySourceRequestUrl(sourceId,requestId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(whyAgain)
  }
);}



export const getGetSourceSecretUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}/secret`
}

/**
 * Read a source's address and secrets.
 * @summary Read a source's address and secrets
 */
export const getSourceSecret = async (sourceId: string, options?: Parameters<typeof hubFetch>[1]): Promise<SourceAddress> => {

  return hubFetch<SourceAddress>(getGetSourceSecretUrl(sourceId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRotateSourceSecretUrl = (sourceId: string,) => {




  return `/api/v1/sources/${sourceId}/secret`
}

/**
 * Until the overlap is over the older secrets verify along with the new one.
 * @summary Set or rotate a source's secret
 */
export const rotateSourceSecret = async (sourceId: string,
    sourceRotation: SourceRotation, options?: Parameters<typeof hubFetch>[1]): Promise<SourceAddress> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SourceAddress>(getRotateSourceSecretUrl(sourceId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(sourceRotation)
  }
);}



export const getListAuditUrl = (params?: ListAuditParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/audit?${stringifiedParams}` : `/api/v1/audit`
}

/**
 * Changes, secrets that were read, and sign-ins, also refused ones; not what is submitted, published or read. Kept as long
 * as the tenant's events.
 * @summary List what people and keys did, newest first
 */
export const listAudit = async (params?: ListAuditParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingAuditOut> => {

  return hubFetch<ListingAuditOut>(getListAuditUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateTicketUrl = () => {




  return `/api/v1/tickets`
}

/**
 * Topics are always those of the caller's tenant. A ticket is needed to connect and again before it ends.
 * @summary Get a ticket for the stream
 */
export const createTicket = async (newTicket: NewTicket, options?: Parameters<typeof hubFetch>[1]): Promise<TicketOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<TicketOut>(getCreateTicketUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newTicket)
  }
);}



export const getListKeysUrl = (params?: ListKeysParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/keys?${stringifiedParams}` : `/api/v1/keys`
}

/**
 * List API keys, newest first.
 * @summary List API keys, newest first
 */
export const listKeys = async (params?: ListKeysParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingKeyOut> => {

  return hubFetch<ListingKeyOut>(getListKeysUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateKeyUrl = () => {




  return `/api/v1/keys`
}

/**
 * The token is in this answer only. A key cannot be given a scope that its creator lacks.
 * @summary Create an API key
 */
export const createKey = async (newKey: NewKey, options?: Parameters<typeof hubFetch>[1]): Promise<CreatedKey> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<CreatedKey>(getCreateKeyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newKey)
  }
);}



export const getRevokeKeyUrl = (keyId: string,) => {




  return `/api/v1/keys/${keyId}`
}

/**
 * For good; it is refused everywhere within five seconds. Again is harmless. A key cannot revoke itself.
 * @summary Revoke an API key
 */
export const revokeKey = async (keyId: string, options?: Parameters<typeof hubFetch>[1]): Promise<KeyOut> => {

  return hubFetch<KeyOut>(getRevokeKeyUrl(keyId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getSignInUrl = () => {




  return `/api/v1/operators/token`
}

/**
 * Ten wrong passwords for one e-mail from one address within 15 minutes, and the next tries are answered 429.
 * Refused passwords are in the audit.
 * @summary Sign an operator in
 */
export const signIn = async (credentials: Credentials, options?: Parameters<typeof hubFetch>[1]): Promise<SessionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SessionOut>(getSignInUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(credentials)
  }
);}



export const getRefreshUrl = () => {




  return `/api/v1/operators/refresh`
}

/**
 * Each refresh token is good once. One that comes a second time was copied: the whole chain is signed out.
 * @summary Exchange a refresh token for new tokens
 */
export const refresh = async (refreshIn: RefreshIn, options?: Parameters<typeof hubFetch>[1]): Promise<SessionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SessionOut>(getRefreshUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(refreshIn)
  }
);}



export const getSignOutUrl = () => {




  return `/api/v1/operators/sign-out`
}

/**
 * Revokes the refresh token and its chain; the access token ends by itself within ten minutes.
 * @summary Sign out
 */
export const signOut = async (refreshIn: RefreshIn, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<void>(getSignOutUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(refreshIn)
  }
);}



export const getGetMeUrl = () => {




  return `/api/v1/me`
}

/**
 * The caller's tenant and scopes: the quickest way to try a key.
 * @summary Who am I
 */
export const getMe = async ( options?: Parameters<typeof hubFetch>[1]): Promise<Me> => {

  return hubFetch<Me>(getGetMeUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListOperatorsUrl = (params?: ListOperatorsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/operators?${stringifiedParams}` : `/api/v1/operators`
}

/**
 * List the tenant's operators, newest first.
 * @summary List the tenant's operators, newest first
 */
export const listOperators = async (params?: ListOperatorsParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingOperatorOut> => {

  return hubFetch<ListingOperatorOut>(getListOperatorsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getInviteOperatorUrl = () => {




  return `/api/v1/operators`
}

/**
 * The answer holds a token, shown this once: hand it to the person, who accepts it within 7 days. Inviting again voids the
 * earlier token. Nobody can give a role that may do more than they may.
 * @summary Invite an operator
 */
export const inviteOperator = async (newInvite: NewInvite, options?: Parameters<typeof hubFetch>[1]): Promise<InviteWithToken> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<InviteWithToken>(getInviteOperatorUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newInvite)
  }
);}



export const getAcceptInviteUrl = () => {




  return `/api/v1/operators/accept-invite`
}

/**
 * Sets the password and signs in. Whoever is an operator already gives their own password, which stays.
 * @summary Accept an invite
 */
export const acceptInvite = async (acceptance: Acceptance, options?: Parameters<typeof hubFetch>[1]): Promise<SessionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SessionOut>(getAcceptInviteUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(acceptance)
  }
);}



export const getChangePasswordUrl = () => {




  return `/api/v1/operators/password`
}

/**
 * Signs every other session out; the answer is a new one. Keys have no password.
 * @summary Change one's own password
 */
export const changePassword = async (passwordChange: PasswordChange, options?: Parameters<typeof hubFetch>[1]): Promise<SessionOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SessionOut>(getChangePasswordUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(passwordChange)
  }
);}



export const getListInvitesUrl = (params?: ListInvitesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/operators/invites?${stringifiedParams}` : `/api/v1/operators/invites`
}

/**
 * List invites that nobody has accepted yet, newest first.
 * @summary List invites that nobody has accepted yet, newest first
 */
export const listInvites = async (params?: ListInvitesParams, options?: Parameters<typeof hubFetch>[1]): Promise<ListingInviteOut> => {

  return hubFetch<ListingInviteOut>(getListInvitesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getWithdrawInviteUrl = (inviteId: string,) => {




  return `/api/v1/operators/invites/${inviteId}`
}

/**
 * Its token is void at once.
 * @summary Withdraw an invite
 */
export const withdrawInvite = async (inviteId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getWithdrawInviteUrl(inviteId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getChangeOperatorUrl = (operatorId: string,) => {




  return `/api/v1/operators/${operatorId}`
}

/**
 * It counts within five seconds, also for whoever is signed in. The last admin stays one.
 * @summary Change an operator's role
 */
export const changeOperator = async (operatorId: string,
    newRole: NewRole, options?: Parameters<typeof hubFetch>[1]): Promise<OperatorOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<OperatorOut>(getChangeOperatorUrl(operatorId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(newRole)
  }
);}



export const getRemoveOperatorUrl = (operatorId: string,) => {




  return `/api/v1/operators/${operatorId}`
}

/**
 * Every session ends within five seconds. The last admin stays. What the person does in other tenants is not touched.
 * @summary Remove an operator from the tenant
 */
export const removeOperator = async (operatorId: string, options?: Parameters<typeof hubFetch>[1]): Promise<void> => {

  return hubFetch<void>(getRemoveOperatorUrl(operatorId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getGetSettingsUrl = () => {




  return `/api/v1/settings`
}

/**
 * Get the tenant's settings.
 * @summary Get the tenant's settings
 */
export const getSettings = async ( options?: Parameters<typeof hubFetch>[1]): Promise<SettingsOut> => {

  return hubFetch<SettingsOut>(getGetSettingsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeSettingsUrl = () => {




  return `/api/v1/settings`
}

/**
 * Every process goes by them within five seconds.
 * @summary Change the tenant's settings
 */
export const changeSettings = async (settingsChange: SettingsChange, options?: Parameters<typeof hubFetch>[1]): Promise<SettingsOut> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return hubFetch<SettingsOut>(getChangeSettingsUrl(),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(settingsChange)
  }
);}
