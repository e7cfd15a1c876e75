/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import {
  useInfiniteQuery,
  useMutation,
  useQuery
} from '@tanstack/react-query';
import type {
  DataTag,
  DefinedInitialDataOptions,
  DefinedUseInfiniteQueryResult,
  DefinedUseQueryResult,
  InfiniteData,
  MutationFunction,
  QueryClient,
  QueryFunction,
  QueryKey,
  UndefinedInitialDataOptions,
  UseInfiniteQueryOptions,
  UseInfiniteQueryResult,
  UseMutationOptions,
  UseMutationResult,
  UseQueryOptions,
  UseQueryResult
} from '@tanstack/react-query';

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
  N400Response,
  N401Response,
  N403Response,
  N404Response,
  N405Response,
  N409Response,
  N410Response,
  N413Response,
  N415Response,
  N422Response,
  N429Response,
  N500Response,
  N503Response,
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
import type { ErrorType } from '../http';
type AwaitedInput<T> = PromiseLike<T> | T;

      type Awaited<O> = O extends AwaitedInput<infer T> ? T : never;


type SecondParameter<T extends (...args: never) => unknown> = Parameters<T>[1];



const withQueryKey = <T extends object, K>(query: T, queryKey: K): T & { queryKey: K } => {
  const result = { queryKey } as T & { queryKey: K };
  for (const key of Object.keys(query)) {
    // The explicit queryKey always wins, matching the previous
    // `{ ...query, queryKey }` spread where it was set last.
    if (key === 'queryKey') continue;
    Object.defineProperty(result, key, {
      enumerable: true,
      configurable: true,
      get: () => (query as Record<string, unknown>)[key],
    });
  }
  return result;
};

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





export const getGetOverviewQueryKey = () => {
    return [
    `/api/v1/overview`
    ] as const;
    }


export const getGetOverviewQueryOptions = <TData = Awaited<ReturnType<typeof getOverview>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetOverviewQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getOverview>>> = ({ signal }) => getOverview({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetOverviewQueryResult = NonNullable<Awaited<ReturnType<typeof getOverview>>>
export type GetOverviewQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetOverview<TData = Awaited<ReturnType<typeof getOverview>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getOverview>>,
          TError,
          Awaited<ReturnType<typeof getOverview>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetOverview<TData = Awaited<ReturnType<typeof getOverview>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getOverview>>,
          TError,
          Awaited<ReturnType<typeof getOverview>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetOverview<TData = Awaited<ReturnType<typeof getOverview>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get the overview
 */

export function useGetOverview<TData = Awaited<ReturnType<typeof getOverview>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getOverview>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetOverviewQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListEndpointAlertsInfiniteQueryKey = (endpointId: string,
    params?: ListEndpointAlertsParams,) => {
    return [
    'infinite', `/api/v1/endpoints/${endpointId}/alerts`, ...(params ? [params] : [])
    ] as const;
    }

export const getListEndpointAlertsQueryKey = (endpointId: string,
    params?: ListEndpointAlertsParams,) => {
    return [
    `/api/v1/endpoints/${endpointId}/alerts`, ...(params ? [params] : [])
    ] as const;
    }


export const getListEndpointAlertsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listEndpointAlerts>>, ListEndpointAlertsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointAlertsInfiniteQueryKey(endpointId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpointAlerts>>, QueryKey, ListEndpointAlertsParams['cursor']> = ({ signal, pageParam }) => listEndpointAlerts(endpointId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointAlertsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpointAlerts>>>
export type ListEndpointAlertsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpointAlertsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointAlerts>>, ListEndpointAlertsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params: undefined |  ListEndpointAlertsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointAlerts>>,
          TError,
          Awaited<ReturnType<typeof listEndpointAlerts>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointAlertsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointAlerts>>, ListEndpointAlertsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointAlerts>>,
          TError,
          Awaited<ReturnType<typeof listEndpointAlerts>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointAlertsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointAlerts>>, ListEndpointAlertsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what an endpoint's owner was told, newest first
 */

export function useListEndpointAlertsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointAlerts>>, ListEndpointAlertsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData, QueryKey, ListEndpointAlertsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointAlertsInfiniteQueryOptions(endpointId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListEndpointAlertsQueryOptions = <TData = Awaited<ReturnType<typeof listEndpointAlerts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointAlertsQueryKey(endpointId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpointAlerts>>> = ({ signal }) => listEndpointAlerts(endpointId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointAlertsQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpointAlerts>>>
export type ListEndpointAlertsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpointAlerts<TData = Awaited<ReturnType<typeof listEndpointAlerts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params: undefined |  ListEndpointAlertsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointAlerts>>,
          TError,
          Awaited<ReturnType<typeof listEndpointAlerts>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointAlerts<TData = Awaited<ReturnType<typeof listEndpointAlerts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointAlerts>>,
          TError,
          Awaited<ReturnType<typeof listEndpointAlerts>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointAlerts<TData = Awaited<ReturnType<typeof listEndpointAlerts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what an endpoint's owner was told, newest first
 */

export function useListEndpointAlerts<TData = Awaited<ReturnType<typeof listEndpointAlerts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListEndpointAlertsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointAlerts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointAlertsQueryOptions(endpointId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getSubmitJobMutationKey = () => ['submitJob'] as const;

export const getSubmitJobMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof submitJob>>, TError,SubmitJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof submitJob>>, TError,SubmitJobMutationVariables, TContext> => {

const mutationKey = getSubmitJobMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof submitJob>>, SubmitJobMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  submitJob(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type SubmitJobMutationResult = NonNullable<Awaited<ReturnType<typeof submitJob>>>
    export type SubmitJobMutationBody = NewJob
    export type SubmitJobMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type SubmitJobMutationVariables = {data: NewJob}

    /**
 * @summary Submit a job
 */
export const useSubmitJob = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof submitJob>>, TError,SubmitJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof submitJob>>,
        TError,
        SubmitJobMutationVariables,
        TContext
      > => {
      return useMutation(getSubmitJobMutationOptions(options), queryClient);
    }

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





export const getListJobsInfiniteQueryKey = (params?: ListJobsParams,) => {
    return [
    'infinite', `/api/v1/jobs`, ...(params ? [params] : [])
    ] as const;
    }

export const getListJobsQueryKey = (params?: ListJobsParams,) => {
    return [
    `/api/v1/jobs`, ...(params ? [params] : [])
    ] as const;
    }


export const getListJobsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listJobs>>, ListJobsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListJobsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobs>>, QueryKey, ListJobsParams['cursor']> = ({ signal, pageParam }) => listJobs({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listJobs>>>
export type ListJobsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobs>>, ListJobsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListJobsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobs>>,
          TError,
          Awaited<ReturnType<typeof listJobs>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobs>>, ListJobsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobs>>,
          TError,
          Awaited<ReturnType<typeof listJobs>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobs>>, ListJobsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List jobs, newest first
 */

export function useListJobsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobs>>, ListJobsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData, QueryKey, ListJobsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListJobsQueryOptions = <TData = Awaited<ReturnType<typeof listJobs>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListJobsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobs>>> = ({ signal }) => listJobs(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobsQueryResult = NonNullable<Awaited<ReturnType<typeof listJobs>>>
export type ListJobsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobs<TData = Awaited<ReturnType<typeof listJobs>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListJobsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobs>>,
          TError,
          Awaited<ReturnType<typeof listJobs>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobs<TData = Awaited<ReturnType<typeof listJobs>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobs>>,
          TError,
          Awaited<ReturnType<typeof listJobs>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobs<TData = Awaited<ReturnType<typeof listJobs>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List jobs, newest first
 */

export function useListJobs<TData = Awaited<ReturnType<typeof listJobs>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListJobsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobs>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getSubmitJobsMutationKey = () => ['submitJobs'] as const;

export const getSubmitJobsMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof submitJobs>>, TError,SubmitJobsMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof submitJobs>>, TError,SubmitJobsMutationVariables, TContext> => {

const mutationKey = getSubmitJobsMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof submitJobs>>, SubmitJobsMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  submitJobs(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type SubmitJobsMutationResult = NonNullable<Awaited<ReturnType<typeof submitJobs>>>
    export type SubmitJobsMutationBody = NewJobs
    export type SubmitJobsMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type SubmitJobsMutationVariables = {data: NewJobs}

    /**
 * @summary Submit up to 1,000 jobs
 */
export const useSubmitJobs = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof submitJobs>>, TError,SubmitJobsMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof submitJobs>>,
        TError,
        SubmitJobsMutationVariables,
        TContext
      > => {
      return useMutation(getSubmitJobsMutationOptions(options), queryClient);
    }

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





export const getGetJobQueryKey = (jobId: string,) => {
    return [
    `/api/v1/jobs/${jobId}`
    ] as const;
    }


export const getGetJobQueryOptions = <TData = Awaited<ReturnType<typeof getJob>>, TError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetJobQueryKey(jobId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getJob>>> = ({ signal }) => getJob(jobId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetJobQueryResult = NonNullable<Awaited<ReturnType<typeof getJob>>>
export type GetJobQueryError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetJob<TData = Awaited<ReturnType<typeof getJob>>, TError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getJob>>,
          TError,
          Awaited<ReturnType<typeof getJob>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetJob<TData = Awaited<ReturnType<typeof getJob>>, TError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getJob>>,
          TError,
          Awaited<ReturnType<typeof getJob>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetJob<TData = Awaited<ReturnType<typeof getJob>>, TError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a job
 */

export function useGetJob<TData = Awaited<ReturnType<typeof getJob>>, TError = ErrorType<void | N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetJobQueryOptions(jobId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListRunsInfiniteQueryKey = (jobId: string,
    params?: ListRunsParams,) => {
    return [
    'infinite', `/api/v1/jobs/${jobId}/runs`, ...(params ? [params] : [])
    ] as const;
    }

export const getListRunsQueryKey = (jobId: string,
    params?: ListRunsParams,) => {
    return [
    `/api/v1/jobs/${jobId}/runs`, ...(params ? [params] : [])
    ] as const;
    }


export const getListRunsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listRuns>>, ListRunsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListRunsInfiniteQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listRuns>>, QueryKey, ListRunsParams['cursor']> = ({ signal, pageParam }) => listRuns(jobId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListRunsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listRuns>>>
export type ListRunsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListRunsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listRuns>>, ListRunsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListRunsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listRuns>>,
          TError,
          Awaited<ReturnType<typeof listRuns>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListRunsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listRuns>>, ListRunsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listRuns>>,
          TError,
          Awaited<ReturnType<typeof listRuns>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListRunsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listRuns>>, ListRunsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a job's runs, newest first
 */

export function useListRunsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listRuns>>, ListRunsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData, QueryKey, ListRunsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListRunsInfiniteQueryOptions(jobId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListRunsQueryOptions = <TData = Awaited<ReturnType<typeof listRuns>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListRunsQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listRuns>>> = ({ signal }) => listRuns(jobId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListRunsQueryResult = NonNullable<Awaited<ReturnType<typeof listRuns>>>
export type ListRunsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListRuns<TData = Awaited<ReturnType<typeof listRuns>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListRunsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listRuns>>,
          TError,
          Awaited<ReturnType<typeof listRuns>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListRuns<TData = Awaited<ReturnType<typeof listRuns>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listRuns>>,
          TError,
          Awaited<ReturnType<typeof listRuns>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListRuns<TData = Awaited<ReturnType<typeof listRuns>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a job's runs, newest first
 */

export function useListRuns<TData = Awaited<ReturnType<typeof listRuns>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListRunsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listRuns>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListRunsQueryOptions(jobId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListJobEventsQueryKey = (jobId: string,
    params?: ListJobEventsParams,) => {
    return [
    `/api/v1/jobs/${jobId}/events`, ...(params ? [params] : [])
    ] as const;
    }


export const getListJobEventsQueryOptions = <TData = Awaited<ReturnType<typeof listJobEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListJobEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobEventsQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobEvents>>> = ({ signal }) => listJobEvents(jobId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobEventsQueryResult = NonNullable<Awaited<ReturnType<typeof listJobEvents>>>
export type ListJobEventsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobEvents<TData = Awaited<ReturnType<typeof listJobEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListJobEventsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobEvents>>,
          TError,
          Awaited<ReturnType<typeof listJobEvents>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobEvents<TData = Awaited<ReturnType<typeof listJobEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobEvents>>,
          TError,
          Awaited<ReturnType<typeof listJobEvents>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobEvents<TData = Awaited<ReturnType<typeof listJobEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Read a job's events, oldest first
 */

export function useListJobEvents<TData = Awaited<ReturnType<typeof listJobEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobEventsQueryOptions(jobId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getRetryJobMutationKey = () => ['retryJob'] as const;

export const getRetryJobMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof retryJob>>, TError,RetryJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof retryJob>>, TError,RetryJobMutationVariables, TContext> => {

const mutationKey = getRetryJobMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof retryJob>>, RetryJobMutationVariables> = (props) => {
          const {jobId} = props ?? {};

          return  retryJob(jobId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RetryJobMutationResult = NonNullable<Awaited<ReturnType<typeof retryJob>>>

    export type RetryJobMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type RetryJobMutationVariables = {jobId: string}

    /**
 * @summary Retry a job
 */
export const useRetryJob = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof retryJob>>, TError,RetryJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof retryJob>>,
        TError,
        RetryJobMutationVariables,
        TContext
      > => {
      return useMutation(getRetryJobMutationOptions(options), queryClient);
    }

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





export const getExplainJobQueryKey = (jobId: string,) => {
    return [
    `/api/v1/jobs/${jobId}/explain`
    ] as const;
    }


export const getExplainJobQueryOptions = <TData = Awaited<ReturnType<typeof explainJob>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getExplainJobQueryKey(jobId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof explainJob>>> = ({ signal }) => explainJob(jobId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ExplainJobQueryResult = NonNullable<Awaited<ReturnType<typeof explainJob>>>
export type ExplainJobQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useExplainJob<TData = Awaited<ReturnType<typeof explainJob>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof explainJob>>,
          TError,
          Awaited<ReturnType<typeof explainJob>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useExplainJob<TData = Awaited<ReturnType<typeof explainJob>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof explainJob>>,
          TError,
          Awaited<ReturnType<typeof explainJob>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useExplainJob<TData = Awaited<ReturnType<typeof explainJob>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Explain a job
 */

export function useExplainJob<TData = Awaited<ReturnType<typeof explainJob>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof explainJob>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getExplainJobQueryOptions(jobId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCancelJobMutationKey = () => ['cancelJob'] as const;

export const getCancelJobMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelJob>>, TError,CancelJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof cancelJob>>, TError,CancelJobMutationVariables, TContext> => {

const mutationKey = getCancelJobMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof cancelJob>>, CancelJobMutationVariables> = (props) => {
          const {jobId,data} = props ?? {};

          return  cancelJob(jobId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CancelJobMutationResult = NonNullable<Awaited<ReturnType<typeof cancelJob>>>
    export type CancelJobMutationBody = Why | null | undefined
    export type CancelJobMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CancelJobMutationVariables = {jobId: string;data?: Why | null}

    /**
 * @summary Cancel a job
 */
export const useCancelJob = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelJob>>, TError,CancelJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof cancelJob>>,
        TError,
        CancelJobMutationVariables,
        TContext
      > => {
      return useMutation(getCancelJobMutationOptions(options), queryClient);
    }

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





export const getResolveJobMutationKey = () => ['resolveJob'] as const;

export const getResolveJobMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resolveJob>>, TError,ResolveJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof resolveJob>>, TError,ResolveJobMutationVariables, TContext> => {

const mutationKey = getResolveJobMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof resolveJob>>, ResolveJobMutationVariables> = (props) => {
          const {jobId,data} = props ?? {};

          return  resolveJob(jobId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ResolveJobMutationResult = NonNullable<Awaited<ReturnType<typeof resolveJob>>>
    export type ResolveJobMutationBody = Resolved
    export type ResolveJobMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ResolveJobMutationVariables = {jobId: string;data: Resolved}

    /**
 * @summary Resolve a job
 */
export const useResolveJob = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resolveJob>>, TError,ResolveJobMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof resolveJob>>,
        TError,
        ResolveJobMutationVariables,
        TContext
      > => {
      return useMutation(getResolveJobMutationOptions(options), queryClient);
    }

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





export const getListJobCallbacksInfiniteQueryKey = (jobId: string,
    params?: ListJobCallbacksParams,) => {
    return [
    'infinite', `/api/v1/jobs/${jobId}/callbacks`, ...(params ? [params] : [])
    ] as const;
    }

export const getListJobCallbacksQueryKey = (jobId: string,
    params?: ListJobCallbacksParams,) => {
    return [
    `/api/v1/jobs/${jobId}/callbacks`, ...(params ? [params] : [])
    ] as const;
    }


export const getListJobCallbacksInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listJobCallbacks>>, ListJobCallbacksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobCallbacksInfiniteQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobCallbacks>>, QueryKey, ListJobCallbacksParams['cursor']> = ({ signal, pageParam }) => listJobCallbacks(jobId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobCallbacksInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listJobCallbacks>>>
export type ListJobCallbacksInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobCallbacksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobCallbacks>>, ListJobCallbacksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListJobCallbacksParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobCallbacks>>,
          TError,
          Awaited<ReturnType<typeof listJobCallbacks>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobCallbacksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobCallbacks>>, ListJobCallbacksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobCallbacks>>,
          TError,
          Awaited<ReturnType<typeof listJobCallbacks>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobCallbacksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobCallbacks>>, ListJobCallbacksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List the answers that came for a job, newest first
 */

export function useListJobCallbacksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobCallbacks>>, ListJobCallbacksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData, QueryKey, ListJobCallbacksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobCallbacksInfiniteQueryOptions(jobId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListJobCallbacksQueryOptions = <TData = Awaited<ReturnType<typeof listJobCallbacks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobCallbacksQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobCallbacks>>> = ({ signal }) => listJobCallbacks(jobId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobCallbacksQueryResult = NonNullable<Awaited<ReturnType<typeof listJobCallbacks>>>
export type ListJobCallbacksQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobCallbacks<TData = Awaited<ReturnType<typeof listJobCallbacks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListJobCallbacksParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobCallbacks>>,
          TError,
          Awaited<ReturnType<typeof listJobCallbacks>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobCallbacks<TData = Awaited<ReturnType<typeof listJobCallbacks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobCallbacks>>,
          TError,
          Awaited<ReturnType<typeof listJobCallbacks>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobCallbacks<TData = Awaited<ReturnType<typeof listJobCallbacks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List the answers that came for a job, newest first
 */

export function useListJobCallbacks<TData = Awaited<ReturnType<typeof listJobCallbacks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobCallbacksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobCallbacks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobCallbacksQueryOptions(jobId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListJobChangesInfiniteQueryKey = (jobId: string,
    params?: ListJobChangesParams,) => {
    return [
    'infinite', `/api/v1/jobs/${jobId}/changes`, ...(params ? [params] : [])
    ] as const;
    }

export const getListJobChangesQueryKey = (jobId: string,
    params?: ListJobChangesParams,) => {
    return [
    `/api/v1/jobs/${jobId}/changes`, ...(params ? [params] : [])
    ] as const;
    }


export const getListJobChangesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listJobChanges>>, ListJobChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobChangesInfiniteQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobChanges>>, QueryKey, ListJobChangesParams['cursor']> = ({ signal, pageParam }) => listJobChanges(jobId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobChangesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listJobChanges>>>
export type ListJobChangesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobChanges>>, ListJobChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListJobChangesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobChanges>>,
          TError,
          Awaited<ReturnType<typeof listJobChanges>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobChanges>>, ListJobChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobChanges>>,
          TError,
          Awaited<ReturnType<typeof listJobChanges>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobChanges>>, ListJobChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what people did to a job, newest first
 */

export function useListJobChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listJobChanges>>, ListJobChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData, QueryKey, ListJobChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobChangesInfiniteQueryOptions(jobId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListJobChangesQueryOptions = <TData = Awaited<ReturnType<typeof listJobChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListJobChangesQueryKey(jobId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listJobChanges>>> = ({ signal }) => listJobChanges(jobId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: jobId !== null && jobId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListJobChangesQueryResult = NonNullable<Awaited<ReturnType<typeof listJobChanges>>>
export type ListJobChangesQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListJobChanges<TData = Awaited<ReturnType<typeof listJobChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params: undefined |  ListJobChangesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobChanges>>,
          TError,
          Awaited<ReturnType<typeof listJobChanges>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobChanges<TData = Awaited<ReturnType<typeof listJobChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listJobChanges>>,
          TError,
          Awaited<ReturnType<typeof listJobChanges>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListJobChanges<TData = Awaited<ReturnType<typeof listJobChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what people did to a job, newest first
 */

export function useListJobChanges<TData = Awaited<ReturnType<typeof listJobChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 jobId: string,
    params?: ListJobChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listJobChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListJobChangesQueryOptions(jobId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListBatchesInfiniteQueryKey = (params?: ListBatchesParams,) => {
    return [
    'infinite', `/api/v1/batches`, ...(params ? [params] : [])
    ] as const;
    }

export const getListBatchesQueryKey = (params?: ListBatchesParams,) => {
    return [
    `/api/v1/batches`, ...(params ? [params] : [])
    ] as const;
    }


export const getListBatchesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listBatches>>, ListBatchesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListBatchesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListBatchesInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listBatches>>, QueryKey, ListBatchesParams['cursor']> = ({ signal, pageParam }) => listBatches({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListBatchesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listBatches>>>
export type ListBatchesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListBatchesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBatches>>, ListBatchesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListBatchesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBatches>>,
          TError,
          Awaited<ReturnType<typeof listBatches>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBatchesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBatches>>, ListBatchesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBatches>>,
          TError,
          Awaited<ReturnType<typeof listBatches>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBatchesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBatches>>, ListBatchesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List batches, newest first
 */

export function useListBatchesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBatches>>, ListBatchesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData, QueryKey, ListBatchesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListBatchesInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListBatchesQueryOptions = <TData = Awaited<ReturnType<typeof listBatches>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListBatchesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListBatchesQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listBatches>>> = ({ signal }) => listBatches(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListBatchesQueryResult = NonNullable<Awaited<ReturnType<typeof listBatches>>>
export type ListBatchesQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListBatches<TData = Awaited<ReturnType<typeof listBatches>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListBatchesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBatches>>,
          TError,
          Awaited<ReturnType<typeof listBatches>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBatches<TData = Awaited<ReturnType<typeof listBatches>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBatches>>,
          TError,
          Awaited<ReturnType<typeof listBatches>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBatches<TData = Awaited<ReturnType<typeof listBatches>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List batches, newest first
 */

export function useListBatches<TData = Awaited<ReturnType<typeof listBatches>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBatchesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBatches>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListBatchesQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetBatchQueryKey = (batchId: string,) => {
    return [
    `/api/v1/batches/${batchId}`
    ] as const;
    }


export const getGetBatchQueryOptions = <TData = Awaited<ReturnType<typeof getBatch>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(batchId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetBatchQueryKey(batchId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getBatch>>> = ({ signal }) => getBatch(batchId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: batchId !== null && batchId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetBatchQueryResult = NonNullable<Awaited<ReturnType<typeof getBatch>>>
export type GetBatchQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetBatch<TData = Awaited<ReturnType<typeof getBatch>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 batchId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getBatch>>,
          TError,
          Awaited<ReturnType<typeof getBatch>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetBatch<TData = Awaited<ReturnType<typeof getBatch>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 batchId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getBatch>>,
          TError,
          Awaited<ReturnType<typeof getBatch>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetBatch<TData = Awaited<ReturnType<typeof getBatch>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 batchId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a batch
 */

export function useGetBatch<TData = Awaited<ReturnType<typeof getBatch>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 batchId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBatch>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetBatchQueryOptions(batchId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCloseBatchMutationKey = () => ['closeBatch'] as const;

export const getCloseBatchMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof closeBatch>>, TError,CloseBatchMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof closeBatch>>, TError,CloseBatchMutationVariables, TContext> => {

const mutationKey = getCloseBatchMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof closeBatch>>, CloseBatchMutationVariables> = (props) => {
          const {batchId} = props ?? {};

          return  closeBatch(batchId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CloseBatchMutationResult = NonNullable<Awaited<ReturnType<typeof closeBatch>>>

    export type CloseBatchMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type CloseBatchMutationVariables = {batchId: string}

    /**
 * @summary Close a batch
 */
export const useCloseBatch = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof closeBatch>>, TError,CloseBatchMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof closeBatch>>,
        TError,
        CloseBatchMutationVariables,
        TContext
      > => {
      return useMutation(getCloseBatchMutationOptions(options), queryClient);
    }

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





export const getCreateBulkActionMutationKey = () => ['createBulkAction'] as const;

export const getCreateBulkActionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createBulkAction>>, TError,CreateBulkActionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createBulkAction>>, TError,CreateBulkActionMutationVariables, TContext> => {

const mutationKey = getCreateBulkActionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createBulkAction>>, CreateBulkActionMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createBulkAction(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateBulkActionMutationResult = NonNullable<Awaited<ReturnType<typeof createBulkAction>>>
    export type CreateBulkActionMutationBody = NewBulk
    export type CreateBulkActionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateBulkActionMutationVariables = {data: NewBulk}

    /**
 * @summary Retry or cancel many jobs
 */
export const useCreateBulkAction = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createBulkAction>>, TError,CreateBulkActionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createBulkAction>>,
        TError,
        CreateBulkActionMutationVariables,
        TContext
      > => {
      return useMutation(getCreateBulkActionMutationOptions(options), queryClient);
    }

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





export const getListBulkActionsInfiniteQueryKey = (params?: ListBulkActionsParams,) => {
    return [
    'infinite', `/api/v1/bulk-actions`, ...(params ? [params] : [])
    ] as const;
    }

export const getListBulkActionsQueryKey = (params?: ListBulkActionsParams,) => {
    return [
    `/api/v1/bulk-actions`, ...(params ? [params] : [])
    ] as const;
    }


export const getListBulkActionsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listBulkActions>>, ListBulkActionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListBulkActionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListBulkActionsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listBulkActions>>, QueryKey, ListBulkActionsParams['cursor']> = ({ signal, pageParam }) => listBulkActions({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListBulkActionsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listBulkActions>>>
export type ListBulkActionsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListBulkActionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBulkActions>>, ListBulkActionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListBulkActionsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBulkActions>>,
          TError,
          Awaited<ReturnType<typeof listBulkActions>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBulkActionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBulkActions>>, ListBulkActionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBulkActions>>,
          TError,
          Awaited<ReturnType<typeof listBulkActions>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBulkActionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBulkActions>>, ListBulkActionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List bulk actions, newest first
 */

export function useListBulkActionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listBulkActions>>, ListBulkActionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData, QueryKey, ListBulkActionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListBulkActionsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListBulkActionsQueryOptions = <TData = Awaited<ReturnType<typeof listBulkActions>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListBulkActionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListBulkActionsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listBulkActions>>> = ({ signal }) => listBulkActions(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListBulkActionsQueryResult = NonNullable<Awaited<ReturnType<typeof listBulkActions>>>
export type ListBulkActionsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListBulkActions<TData = Awaited<ReturnType<typeof listBulkActions>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListBulkActionsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBulkActions>>,
          TError,
          Awaited<ReturnType<typeof listBulkActions>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBulkActions<TData = Awaited<ReturnType<typeof listBulkActions>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listBulkActions>>,
          TError,
          Awaited<ReturnType<typeof listBulkActions>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListBulkActions<TData = Awaited<ReturnType<typeof listBulkActions>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List bulk actions, newest first
 */

export function useListBulkActions<TData = Awaited<ReturnType<typeof listBulkActions>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListBulkActionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listBulkActions>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListBulkActionsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetBulkActionQueryKey = (bulkId: string,) => {
    return [
    `/api/v1/bulk-actions/${bulkId}`
    ] as const;
    }


export const getGetBulkActionQueryOptions = <TData = Awaited<ReturnType<typeof getBulkAction>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(bulkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetBulkActionQueryKey(bulkId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getBulkAction>>> = ({ signal }) => getBulkAction(bulkId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: bulkId !== null && bulkId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetBulkActionQueryResult = NonNullable<Awaited<ReturnType<typeof getBulkAction>>>
export type GetBulkActionQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetBulkAction<TData = Awaited<ReturnType<typeof getBulkAction>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 bulkId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getBulkAction>>,
          TError,
          Awaited<ReturnType<typeof getBulkAction>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetBulkAction<TData = Awaited<ReturnType<typeof getBulkAction>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 bulkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getBulkAction>>,
          TError,
          Awaited<ReturnType<typeof getBulkAction>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetBulkAction<TData = Awaited<ReturnType<typeof getBulkAction>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 bulkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a bulk action
 */

export function useGetBulkAction<TData = Awaited<ReturnType<typeof getBulkAction>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 bulkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getBulkAction>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetBulkActionQueryOptions(bulkId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCancelBulkActionMutationKey = () => ['cancelBulkAction'] as const;

export const getCancelBulkActionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelBulkAction>>, TError,CancelBulkActionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof cancelBulkAction>>, TError,CancelBulkActionMutationVariables, TContext> => {

const mutationKey = getCancelBulkActionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof cancelBulkAction>>, CancelBulkActionMutationVariables> = (props) => {
          const {bulkId} = props ?? {};

          return  cancelBulkAction(bulkId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CancelBulkActionMutationResult = NonNullable<Awaited<ReturnType<typeof cancelBulkAction>>>

    export type CancelBulkActionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type CancelBulkActionMutationVariables = {bulkId: string}

    /**
 * @summary Cancel a bulk action
 */
export const useCancelBulkAction = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelBulkAction>>, TError,CancelBulkActionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof cancelBulkAction>>,
        TError,
        CancelBulkActionMutationVariables,
        TContext
      > => {
      return useMutation(getCancelBulkActionMutationOptions(options), queryClient);
    }

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





export const getCreateScheduleMutationKey = () => ['createSchedule'] as const;

export const getCreateScheduleMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createSchedule>>, TError,CreateScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createSchedule>>, TError,CreateScheduleMutationVariables, TContext> => {

const mutationKey = getCreateScheduleMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createSchedule>>, CreateScheduleMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createSchedule(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateScheduleMutationResult = NonNullable<Awaited<ReturnType<typeof createSchedule>>>
    export type CreateScheduleMutationBody = NewSchedule
    export type CreateScheduleMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateScheduleMutationVariables = {data: NewSchedule}

    /**
 * @summary Create a schedule
 */
export const useCreateSchedule = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createSchedule>>, TError,CreateScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createSchedule>>,
        TError,
        CreateScheduleMutationVariables,
        TContext
      > => {
      return useMutation(getCreateScheduleMutationOptions(options), queryClient);
    }

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





export const getListSchedulesInfiniteQueryKey = (params?: ListSchedulesParams,) => {
    return [
    'infinite', `/api/v1/schedules`, ...(params ? [params] : [])
    ] as const;
    }

export const getListSchedulesQueryKey = (params?: ListSchedulesParams,) => {
    return [
    `/api/v1/schedules`, ...(params ? [params] : [])
    ] as const;
    }


export const getListSchedulesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listSchedules>>, ListSchedulesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListSchedulesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSchedulesInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSchedules>>, QueryKey, ListSchedulesParams['cursor']> = ({ signal, pageParam }) => listSchedules({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSchedulesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listSchedules>>>
export type ListSchedulesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSchedulesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSchedules>>, ListSchedulesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListSchedulesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSchedules>>,
          TError,
          Awaited<ReturnType<typeof listSchedules>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSchedulesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSchedules>>, ListSchedulesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSchedules>>,
          TError,
          Awaited<ReturnType<typeof listSchedules>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSchedulesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSchedules>>, ListSchedulesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List schedules, newest first
 */

export function useListSchedulesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSchedules>>, ListSchedulesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData, QueryKey, ListSchedulesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSchedulesInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListSchedulesQueryOptions = <TData = Awaited<ReturnType<typeof listSchedules>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListSchedulesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSchedulesQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSchedules>>> = ({ signal }) => listSchedules(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSchedulesQueryResult = NonNullable<Awaited<ReturnType<typeof listSchedules>>>
export type ListSchedulesQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSchedules<TData = Awaited<ReturnType<typeof listSchedules>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListSchedulesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSchedules>>,
          TError,
          Awaited<ReturnType<typeof listSchedules>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSchedules<TData = Awaited<ReturnType<typeof listSchedules>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSchedules>>,
          TError,
          Awaited<ReturnType<typeof listSchedules>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSchedules<TData = Awaited<ReturnType<typeof listSchedules>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List schedules, newest first
 */

export function useListSchedules<TData = Awaited<ReturnType<typeof listSchedules>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSchedulesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSchedules>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSchedulesQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getPreviewScheduleMutationKey = () => ['previewSchedule'] as const;

export const getPreviewScheduleMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof previewSchedule>>, TError,PreviewScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof previewSchedule>>, TError,PreviewScheduleMutationVariables, TContext> => {

const mutationKey = getPreviewScheduleMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof previewSchedule>>, PreviewScheduleMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  previewSchedule(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PreviewScheduleMutationResult = NonNullable<Awaited<ReturnType<typeof previewSchedule>>>
    export type PreviewScheduleMutationBody = CronPreview
    export type PreviewScheduleMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type PreviewScheduleMutationVariables = {data: CronPreview}

    /**
 * @summary Preview the times of a cron expression
 */
export const usePreviewSchedule = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof previewSchedule>>, TError,PreviewScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof previewSchedule>>,
        TError,
        PreviewScheduleMutationVariables,
        TContext
      > => {
      return useMutation(getPreviewScheduleMutationOptions(options), queryClient);
    }

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





export const getGetScheduleQueryKey = (scheduleId: string,) => {
    return [
    `/api/v1/schedules/${scheduleId}`
    ] as const;
    }


export const getGetScheduleQueryOptions = <TData = Awaited<ReturnType<typeof getSchedule>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(scheduleId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetScheduleQueryKey(scheduleId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getSchedule>>> = ({ signal }) => getSchedule(scheduleId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: scheduleId !== null && scheduleId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetScheduleQueryResult = NonNullable<Awaited<ReturnType<typeof getSchedule>>>
export type GetScheduleQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetSchedule<TData = Awaited<ReturnType<typeof getSchedule>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSchedule>>,
          TError,
          Awaited<ReturnType<typeof getSchedule>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSchedule<TData = Awaited<ReturnType<typeof getSchedule>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSchedule>>,
          TError,
          Awaited<ReturnType<typeof getSchedule>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSchedule<TData = Awaited<ReturnType<typeof getSchedule>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a schedule
 */

export function useGetSchedule<TData = Awaited<ReturnType<typeof getSchedule>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSchedule>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetScheduleQueryOptions(scheduleId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeScheduleMutationKey = () => ['changeSchedule'] as const;

export const getChangeScheduleMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSchedule>>, TError,ChangeScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeSchedule>>, TError,ChangeScheduleMutationVariables, TContext> => {

const mutationKey = getChangeScheduleMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeSchedule>>, ChangeScheduleMutationVariables> = (props) => {
          const {scheduleId,data} = props ?? {};

          return  changeSchedule(scheduleId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeScheduleMutationResult = NonNullable<Awaited<ReturnType<typeof changeSchedule>>>
    export type ChangeScheduleMutationBody = ScheduleChange
    export type ChangeScheduleMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeScheduleMutationVariables = {scheduleId: string;data: ScheduleChange}

    /**
 * @summary Change a schedule
 */
export const useChangeSchedule = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSchedule>>, TError,ChangeScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeSchedule>>,
        TError,
        ChangeScheduleMutationVariables,
        TContext
      > => {
      return useMutation(getChangeScheduleMutationOptions(options), queryClient);
    }

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





export const getDeleteScheduleMutationKey = () => ['deleteSchedule'] as const;

export const getDeleteScheduleMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteSchedule>>, TError,DeleteScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof deleteSchedule>>, TError,DeleteScheduleMutationVariables, TContext> => {

const mutationKey = getDeleteScheduleMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof deleteSchedule>>, DeleteScheduleMutationVariables> = (props) => {
          const {scheduleId} = props ?? {};

          return  deleteSchedule(scheduleId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type DeleteScheduleMutationResult = NonNullable<Awaited<ReturnType<typeof deleteSchedule>>>

    export type DeleteScheduleMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type DeleteScheduleMutationVariables = {scheduleId: string}

    /**
 * @summary Delete a schedule
 */
export const useDeleteSchedule = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteSchedule>>, TError,DeleteScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof deleteSchedule>>,
        TError,
        DeleteScheduleMutationVariables,
        TContext
      > => {
      return useMutation(getDeleteScheduleMutationOptions(options), queryClient);
    }

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





export const getRunScheduleMutationKey = () => ['runSchedule'] as const;

export const getRunScheduleMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof runSchedule>>, TError,RunScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof runSchedule>>, TError,RunScheduleMutationVariables, TContext> => {

const mutationKey = getRunScheduleMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof runSchedule>>, RunScheduleMutationVariables> = (props) => {
          const {scheduleId} = props ?? {};

          return  runSchedule(scheduleId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RunScheduleMutationResult = NonNullable<Awaited<ReturnType<typeof runSchedule>>>

    export type RunScheduleMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type RunScheduleMutationVariables = {scheduleId: string}

    /**
 * @summary Run a schedule now
 */
export const useRunSchedule = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof runSchedule>>, TError,RunScheduleMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof runSchedule>>,
        TError,
        RunScheduleMutationVariables,
        TContext
      > => {
      return useMutation(getRunScheduleMutationOptions(options), queryClient);
    }

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





export const getListScheduleTicksInfiniteQueryKey = (scheduleId: string,
    params?: ListScheduleTicksParams,) => {
    return [
    'infinite', `/api/v1/schedules/${scheduleId}/ticks`, ...(params ? [params] : [])
    ] as const;
    }

export const getListScheduleTicksQueryKey = (scheduleId: string,
    params?: ListScheduleTicksParams,) => {
    return [
    `/api/v1/schedules/${scheduleId}/ticks`, ...(params ? [params] : [])
    ] as const;
    }


export const getListScheduleTicksInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listScheduleTicks>>, ListScheduleTicksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListScheduleTicksInfiniteQueryKey(scheduleId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listScheduleTicks>>, QueryKey, ListScheduleTicksParams['cursor']> = ({ signal, pageParam }) => listScheduleTicks(scheduleId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: scheduleId !== null && scheduleId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListScheduleTicksInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listScheduleTicks>>>
export type ListScheduleTicksInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListScheduleTicksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listScheduleTicks>>, ListScheduleTicksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params: undefined |  ListScheduleTicksParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listScheduleTicks>>,
          TError,
          Awaited<ReturnType<typeof listScheduleTicks>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListScheduleTicksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listScheduleTicks>>, ListScheduleTicksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listScheduleTicks>>,
          TError,
          Awaited<ReturnType<typeof listScheduleTicks>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListScheduleTicksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listScheduleTicks>>, ListScheduleTicksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List when a schedule fired, newest first
 */

export function useListScheduleTicksInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listScheduleTicks>>, ListScheduleTicksParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData, QueryKey, ListScheduleTicksParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListScheduleTicksInfiniteQueryOptions(scheduleId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListScheduleTicksQueryOptions = <TData = Awaited<ReturnType<typeof listScheduleTicks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListScheduleTicksQueryKey(scheduleId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listScheduleTicks>>> = ({ signal }) => listScheduleTicks(scheduleId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: scheduleId !== null && scheduleId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListScheduleTicksQueryResult = NonNullable<Awaited<ReturnType<typeof listScheduleTicks>>>
export type ListScheduleTicksQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListScheduleTicks<TData = Awaited<ReturnType<typeof listScheduleTicks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params: undefined |  ListScheduleTicksParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listScheduleTicks>>,
          TError,
          Awaited<ReturnType<typeof listScheduleTicks>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListScheduleTicks<TData = Awaited<ReturnType<typeof listScheduleTicks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listScheduleTicks>>,
          TError,
          Awaited<ReturnType<typeof listScheduleTicks>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListScheduleTicks<TData = Awaited<ReturnType<typeof listScheduleTicks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List when a schedule fired, newest first
 */

export function useListScheduleTicks<TData = Awaited<ReturnType<typeof listScheduleTicks>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 scheduleId: string,
    params?: ListScheduleTicksParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listScheduleTicks>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListScheduleTicksQueryOptions(scheduleId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateConnectLinkMutationKey = () => ['createConnectLink'] as const;

export const getCreateConnectLinkMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createConnectLink>>, TError,CreateConnectLinkMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createConnectLink>>, TError,CreateConnectLinkMutationVariables, TContext> => {

const mutationKey = getCreateConnectLinkMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createConnectLink>>, CreateConnectLinkMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createConnectLink(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateConnectLinkMutationResult = NonNullable<Awaited<ReturnType<typeof createConnectLink>>>
    export type CreateConnectLinkMutationBody = NewConnectLink
    export type CreateConnectLinkMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateConnectLinkMutationVariables = {data: NewConnectLink}

    /**
 * @summary Create a connect link
 */
export const useCreateConnectLink = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createConnectLink>>, TError,CreateConnectLinkMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createConnectLink>>,
        TError,
        CreateConnectLinkMutationVariables,
        TContext
      > => {
      return useMutation(getCreateConnectLinkMutationOptions(options), queryClient);
    }

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





export const getGetConnectLinkQueryKey = (linkId: string,) => {
    return [
    `/api/v1/connections/connect-links/${linkId}`
    ] as const;
    }


export const getGetConnectLinkQueryOptions = <TData = Awaited<ReturnType<typeof getConnectLink>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(linkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetConnectLinkQueryKey(linkId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getConnectLink>>> = ({ signal }) => getConnectLink(linkId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: linkId !== null && linkId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetConnectLinkQueryResult = NonNullable<Awaited<ReturnType<typeof getConnectLink>>>
export type GetConnectLinkQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetConnectLink<TData = Awaited<ReturnType<typeof getConnectLink>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 linkId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectLink>>,
          TError,
          Awaited<ReturnType<typeof getConnectLink>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectLink<TData = Awaited<ReturnType<typeof getConnectLink>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 linkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectLink>>,
          TError,
          Awaited<ReturnType<typeof getConnectLink>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectLink<TData = Awaited<ReturnType<typeof getConnectLink>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 linkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a connect link
 */

export function useGetConnectLink<TData = Awaited<ReturnType<typeof getConnectLink>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 linkId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectLink>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetConnectLinkQueryOptions(linkId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetStatisticsQueryKey = (params?: GetStatisticsParams,) => {
    return [
    `/api/v1/statistics`, ...(params ? [params] : [])
    ] as const;
    }


export const getGetStatisticsQueryOptions = <TData = Awaited<ReturnType<typeof getStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: GetStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetStatisticsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getStatistics>>> = ({ signal }) => getStatistics(params, { signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetStatisticsQueryResult = NonNullable<Awaited<ReturnType<typeof getStatistics>>>
export type GetStatisticsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetStatistics<TData = Awaited<ReturnType<typeof getStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  GetStatisticsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getStatistics>>,
          TError,
          Awaited<ReturnType<typeof getStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetStatistics<TData = Awaited<ReturnType<typeof getStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: GetStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getStatistics>>,
          TError,
          Awaited<ReturnType<typeof getStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetStatistics<TData = Awaited<ReturnType<typeof getStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: GetStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get the tenant's delivery statistics
 */

export function useGetStatistics<TData = Awaited<ReturnType<typeof getStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: GetStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetStatisticsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListEndpointStatisticsInfiniteQueryKey = (params?: ListEndpointStatisticsParams,) => {
    return [
    'infinite', `/api/v1/endpoints/statistics`, ...(params ? [params] : [])
    ] as const;
    }

export const getListEndpointStatisticsQueryKey = (params?: ListEndpointStatisticsParams,) => {
    return [
    `/api/v1/endpoints/statistics`, ...(params ? [params] : [])
    ] as const;
    }


export const getListEndpointStatisticsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listEndpointStatistics>>, ListEndpointStatisticsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointStatisticsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpointStatistics>>, QueryKey, ListEndpointStatisticsParams['cursor']> = ({ signal, pageParam }) => listEndpointStatistics({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointStatisticsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpointStatistics>>>
export type ListEndpointStatisticsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpointStatisticsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointStatistics>>, ListEndpointStatisticsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListEndpointStatisticsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof listEndpointStatistics>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointStatisticsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointStatistics>>, ListEndpointStatisticsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof listEndpointStatistics>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointStatisticsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointStatistics>>, ListEndpointStatisticsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List endpoints' delivery statistics
 */

export function useListEndpointStatisticsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpointStatistics>>, ListEndpointStatisticsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData, QueryKey, ListEndpointStatisticsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointStatisticsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListEndpointStatisticsQueryOptions = <TData = Awaited<ReturnType<typeof listEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointStatisticsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpointStatistics>>> = ({ signal }) => listEndpointStatistics(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointStatisticsQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpointStatistics>>>
export type ListEndpointStatisticsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpointStatistics<TData = Awaited<ReturnType<typeof listEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListEndpointStatisticsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof listEndpointStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointStatistics<TData = Awaited<ReturnType<typeof listEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof listEndpointStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointStatistics<TData = Awaited<ReturnType<typeof listEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List endpoints' delivery statistics
 */

export function useListEndpointStatistics<TData = Awaited<ReturnType<typeof listEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointStatisticsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetEndpointStatisticsQueryKey = (endpointId: string,
    params?: GetEndpointStatisticsParams,) => {
    return [
    `/api/v1/endpoints/${endpointId}/statistics`, ...(params ? [params] : [])
    ] as const;
    }


export const getGetEndpointStatisticsQueryOptions = <TData = Awaited<ReturnType<typeof getEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string,
    params?: GetEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetEndpointStatisticsQueryKey(endpointId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getEndpointStatistics>>> = ({ signal }) => getEndpointStatistics(endpointId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetEndpointStatisticsQueryResult = NonNullable<Awaited<ReturnType<typeof getEndpointStatistics>>>
export type GetEndpointStatisticsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetEndpointStatistics<TData = Awaited<ReturnType<typeof getEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params: undefined |  GetEndpointStatisticsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof getEndpointStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointStatistics<TData = Awaited<ReturnType<typeof getEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: GetEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointStatistics>>,
          TError,
          Awaited<ReturnType<typeof getEndpointStatistics>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointStatistics<TData = Awaited<ReturnType<typeof getEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: GetEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get an endpoint's delivery statistics
 */

export function useGetEndpointStatistics<TData = Awaited<ReturnType<typeof getEndpointStatistics>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: GetEndpointStatisticsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointStatistics>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetEndpointStatisticsQueryOptions(endpointId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetConnectionHealthQueryKey = (connectionId: string,) => {
    return [
    `/api/v1/connections/${connectionId}/health`
    ] as const;
    }


export const getGetConnectionHealthQueryOptions = <TData = Awaited<ReturnType<typeof getConnectionHealth>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetConnectionHealthQueryKey(connectionId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getConnectionHealth>>> = ({ signal }) => getConnectionHealth(connectionId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: connectionId !== null && connectionId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetConnectionHealthQueryResult = NonNullable<Awaited<ReturnType<typeof getConnectionHealth>>>
export type GetConnectionHealthQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetConnectionHealth<TData = Awaited<ReturnType<typeof getConnectionHealth>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectionHealth>>,
          TError,
          Awaited<ReturnType<typeof getConnectionHealth>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectionHealth<TData = Awaited<ReturnType<typeof getConnectionHealth>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectionHealth>>,
          TError,
          Awaited<ReturnType<typeof getConnectionHealth>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectionHealth<TData = Awaited<ReturnType<typeof getConnectionHealth>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a connection's health
 */

export function useGetConnectionHealth<TData = Awaited<ReturnType<typeof getConnectionHealth>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionHealth>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetConnectionHealthQueryOptions(connectionId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getResumeConnectionMutationKey = () => ['resumeConnection'] as const;

export const getResumeConnectionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeConnection>>, TError,ResumeConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof resumeConnection>>, TError,ResumeConnectionMutationVariables, TContext> => {

const mutationKey = getResumeConnectionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof resumeConnection>>, ResumeConnectionMutationVariables> = (props) => {
          const {connectionId} = props ?? {};

          return  resumeConnection(connectionId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ResumeConnectionMutationResult = NonNullable<Awaited<ReturnType<typeof resumeConnection>>>

    export type ResumeConnectionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type ResumeConnectionMutationVariables = {connectionId: string}

    /**
 * @summary Resume a connection
 */
export const useResumeConnection = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeConnection>>, TError,ResumeConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof resumeConnection>>,
        TError,
        ResumeConnectionMutationVariables,
        TContext
      > => {
      return useMutation(getResumeConnectionMutationOptions(options), queryClient);
    }

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





export const getListConnectionOperationsInfiniteQueryKey = (connectionId: string,
    params?: ListConnectionOperationsParams,) => {
    return [
    'infinite', `/api/v1/connections/${connectionId}/operations`, ...(params ? [params] : [])
    ] as const;
    }

export const getListConnectionOperationsQueryKey = (connectionId: string,
    params?: ListConnectionOperationsParams,) => {
    return [
    `/api/v1/connections/${connectionId}/operations`, ...(params ? [params] : [])
    ] as const;
    }


export const getListConnectionOperationsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listConnectionOperations>>, ListConnectionOperationsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListConnectionOperationsInfiniteQueryKey(connectionId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listConnectionOperations>>, QueryKey, ListConnectionOperationsParams['cursor']> = ({ signal, pageParam }) => listConnectionOperations(connectionId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: connectionId !== null && connectionId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListConnectionOperationsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listConnectionOperations>>>
export type ListConnectionOperationsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListConnectionOperationsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnectionOperations>>, ListConnectionOperationsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params: undefined |  ListConnectionOperationsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectionOperations>>,
          TError,
          Awaited<ReturnType<typeof listConnectionOperations>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionOperationsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnectionOperations>>, ListConnectionOperationsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectionOperations>>,
          TError,
          Awaited<ReturnType<typeof listConnectionOperations>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionOperationsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnectionOperations>>, ListConnectionOperationsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a connection's operations
 */

export function useListConnectionOperationsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnectionOperations>>, ListConnectionOperationsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData, QueryKey, ListConnectionOperationsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListConnectionOperationsInfiniteQueryOptions(connectionId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListConnectionOperationsQueryOptions = <TData = Awaited<ReturnType<typeof listConnectionOperations>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListConnectionOperationsQueryKey(connectionId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listConnectionOperations>>> = ({ signal }) => listConnectionOperations(connectionId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: connectionId !== null && connectionId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListConnectionOperationsQueryResult = NonNullable<Awaited<ReturnType<typeof listConnectionOperations>>>
export type ListConnectionOperationsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListConnectionOperations<TData = Awaited<ReturnType<typeof listConnectionOperations>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params: undefined |  ListConnectionOperationsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectionOperations>>,
          TError,
          Awaited<ReturnType<typeof listConnectionOperations>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionOperations<TData = Awaited<ReturnType<typeof listConnectionOperations>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectionOperations>>,
          TError,
          Awaited<ReturnType<typeof listConnectionOperations>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionOperations<TData = Awaited<ReturnType<typeof listConnectionOperations>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a connection's operations
 */

export function useListConnectionOperations<TData = Awaited<ReturnType<typeof listConnectionOperations>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    params?: ListConnectionOperationsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectionOperations>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListConnectionOperationsQueryOptions(connectionId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetConnectionOperationQueryKey = (connectionId: string,
    operationName: string,) => {
    return [
    `/api/v1/connections/${connectionId}/operations/${operationName}`
    ] as const;
    }


export const getGetConnectionOperationQueryOptions = <TData = Awaited<ReturnType<typeof getConnectionOperation>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(connectionId: string,
    operationName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetConnectionOperationQueryKey(connectionId,operationName);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getConnectionOperation>>> = ({ signal }) => getConnectionOperation(connectionId,operationName, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: connectionId !== null && connectionId !== undefined && operationName !== null && operationName !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetConnectionOperationQueryResult = NonNullable<Awaited<ReturnType<typeof getConnectionOperation>>>
export type GetConnectionOperationQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetConnectionOperation<TData = Awaited<ReturnType<typeof getConnectionOperation>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    operationName: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectionOperation>>,
          TError,
          Awaited<ReturnType<typeof getConnectionOperation>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectionOperation<TData = Awaited<ReturnType<typeof getConnectionOperation>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    operationName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnectionOperation>>,
          TError,
          Awaited<ReturnType<typeof getConnectionOperation>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnectionOperation<TData = Awaited<ReturnType<typeof getConnectionOperation>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    operationName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get an operation of a connection
 */

export function useGetConnectionOperation<TData = Awaited<ReturnType<typeof getConnectionOperation>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string,
    operationName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnectionOperation>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetConnectionOperationQueryOptions(connectionId,operationName,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListConnectionsInfiniteQueryKey = (params?: ListConnectionsParams,) => {
    return [
    'infinite', `/api/v1/connections`, ...(params ? [params] : [])
    ] as const;
    }

export const getListConnectionsQueryKey = (params?: ListConnectionsParams,) => {
    return [
    `/api/v1/connections`, ...(params ? [params] : [])
    ] as const;
    }


export const getListConnectionsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listConnections>>, ListConnectionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListConnectionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListConnectionsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listConnections>>, QueryKey, ListConnectionsParams['cursor']> = ({ signal, pageParam }) => listConnections({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListConnectionsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listConnections>>>
export type ListConnectionsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListConnectionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnections>>, ListConnectionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListConnectionsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnections>>,
          TError,
          Awaited<ReturnType<typeof listConnections>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnections>>, ListConnectionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnections>>,
          TError,
          Awaited<ReturnType<typeof listConnections>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnections>>, ListConnectionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List connections, newest first
 */

export function useListConnectionsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listConnections>>, ListConnectionsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData, QueryKey, ListConnectionsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListConnectionsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListConnectionsQueryOptions = <TData = Awaited<ReturnType<typeof listConnections>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListConnectionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListConnectionsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listConnections>>> = ({ signal }) => listConnections(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListConnectionsQueryResult = NonNullable<Awaited<ReturnType<typeof listConnections>>>
export type ListConnectionsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListConnections<TData = Awaited<ReturnType<typeof listConnections>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListConnectionsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnections>>,
          TError,
          Awaited<ReturnType<typeof listConnections>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnections<TData = Awaited<ReturnType<typeof listConnections>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnections>>,
          TError,
          Awaited<ReturnType<typeof listConnections>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnections<TData = Awaited<ReturnType<typeof listConnections>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List connections, newest first
 */

export function useListConnections<TData = Awaited<ReturnType<typeof listConnections>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListConnectionsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnections>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListConnectionsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateConnectionMutationKey = () => ['createConnection'] as const;

export const getCreateConnectionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createConnection>>, TError,CreateConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createConnection>>, TError,CreateConnectionMutationVariables, TContext> => {

const mutationKey = getCreateConnectionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createConnection>>, CreateConnectionMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createConnection(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateConnectionMutationResult = NonNullable<Awaited<ReturnType<typeof createConnection>>>
    export type CreateConnectionMutationBody = NewConnection
    export type CreateConnectionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateConnectionMutationVariables = {data: NewConnection}

    /**
 * @summary Create a connection
 */
export const useCreateConnection = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createConnection>>, TError,CreateConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createConnection>>,
        TError,
        CreateConnectionMutationVariables,
        TContext
      > => {
      return useMutation(getCreateConnectionMutationOptions(options), queryClient);
    }

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





export const getGetConnectionQueryKey = (connectionId: string,) => {
    return [
    `/api/v1/connections/${connectionId}`
    ] as const;
    }


export const getGetConnectionQueryOptions = <TData = Awaited<ReturnType<typeof getConnection>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetConnectionQueryKey(connectionId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getConnection>>> = ({ signal }) => getConnection(connectionId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: connectionId !== null && connectionId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetConnectionQueryResult = NonNullable<Awaited<ReturnType<typeof getConnection>>>
export type GetConnectionQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetConnection<TData = Awaited<ReturnType<typeof getConnection>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnection>>,
          TError,
          Awaited<ReturnType<typeof getConnection>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnection<TData = Awaited<ReturnType<typeof getConnection>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnection>>,
          TError,
          Awaited<ReturnType<typeof getConnection>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnection<TData = Awaited<ReturnType<typeof getConnection>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a connection
 */

export function useGetConnection<TData = Awaited<ReturnType<typeof getConnection>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 connectionId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnection>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetConnectionQueryOptions(connectionId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeConnectionMutationKey = () => ['changeConnection'] as const;

export const getChangeConnectionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeConnection>>, TError,ChangeConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeConnection>>, TError,ChangeConnectionMutationVariables, TContext> => {

const mutationKey = getChangeConnectionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeConnection>>, ChangeConnectionMutationVariables> = (props) => {
          const {connectionId,data} = props ?? {};

          return  changeConnection(connectionId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeConnectionMutationResult = NonNullable<Awaited<ReturnType<typeof changeConnection>>>
    export type ChangeConnectionMutationBody = ConnectionChange
    export type ChangeConnectionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeConnectionMutationVariables = {connectionId: string;data: ConnectionChange}

    /**
 * @summary Change a connection
 */
export const useChangeConnection = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeConnection>>, TError,ChangeConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeConnection>>,
        TError,
        ChangeConnectionMutationVariables,
        TContext
      > => {
      return useMutation(getChangeConnectionMutationOptions(options), queryClient);
    }

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





export const getDeleteConnectionMutationKey = () => ['deleteConnection'] as const;

export const getDeleteConnectionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteConnection>>, TError,DeleteConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof deleteConnection>>, TError,DeleteConnectionMutationVariables, TContext> => {

const mutationKey = getDeleteConnectionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof deleteConnection>>, DeleteConnectionMutationVariables> = (props) => {
          const {connectionId} = props ?? {};

          return  deleteConnection(connectionId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type DeleteConnectionMutationResult = NonNullable<Awaited<ReturnType<typeof deleteConnection>>>

    export type DeleteConnectionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type DeleteConnectionMutationVariables = {connectionId: string}

    /**
 * @summary Delete a connection
 */
export const useDeleteConnection = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteConnection>>, TError,DeleteConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof deleteConnection>>,
        TError,
        DeleteConnectionMutationVariables,
        TContext
      > => {
      return useMutation(getDeleteConnectionMutationOptions(options), queryClient);
    }

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





export const getCheckConnectionMutationKey = () => ['checkConnection'] as const;

export const getCheckConnectionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof checkConnection>>, TError,CheckConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof checkConnection>>, TError,CheckConnectionMutationVariables, TContext> => {

const mutationKey = getCheckConnectionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof checkConnection>>, CheckConnectionMutationVariables> = (props) => {
          const {connectionId} = props ?? {};

          return  checkConnection(connectionId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CheckConnectionMutationResult = NonNullable<Awaited<ReturnType<typeof checkConnection>>>

    export type CheckConnectionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type CheckConnectionMutationVariables = {connectionId: string}

    /**
 * @summary Check a connection
 */
export const useCheckConnection = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof checkConnection>>, TError,CheckConnectionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof checkConnection>>,
        TError,
        CheckConnectionMutationVariables,
        TContext
      > => {
      return useMutation(getCheckConnectionMutationOptions(options), queryClient);
    }

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





export const getListConnectorsQueryKey = () => {
    return [
    `/api/v1/connectors`
    ] as const;
    }


export const getListConnectorsQueryOptions = <TData = Awaited<ReturnType<typeof listConnectors>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListConnectorsQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listConnectors>>> = ({ signal }) => listConnectors({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListConnectorsQueryResult = NonNullable<Awaited<ReturnType<typeof listConnectors>>>
export type ListConnectorsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListConnectors<TData = Awaited<ReturnType<typeof listConnectors>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectors>>,
          TError,
          Awaited<ReturnType<typeof listConnectors>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectors<TData = Awaited<ReturnType<typeof listConnectors>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listConnectors>>,
          TError,
          Awaited<ReturnType<typeof listConnectors>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListConnectors<TData = Awaited<ReturnType<typeof listConnectors>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List connectors
 */

export function useListConnectors<TData = Awaited<ReturnType<typeof listConnectors>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listConnectors>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListConnectorsQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetConnectorQueryKey = (name: string,) => {
    return [
    `/api/v1/connectors/${name}`
    ] as const;
    }


export const getGetConnectorQueryOptions = <TData = Awaited<ReturnType<typeof getConnector>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(name: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetConnectorQueryKey(name);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getConnector>>> = ({ signal }) => getConnector(name, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: name !== null && name !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetConnectorQueryResult = NonNullable<Awaited<ReturnType<typeof getConnector>>>
export type GetConnectorQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetConnector<TData = Awaited<ReturnType<typeof getConnector>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 name: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnector>>,
          TError,
          Awaited<ReturnType<typeof getConnector>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnector<TData = Awaited<ReturnType<typeof getConnector>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 name: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getConnector>>,
          TError,
          Awaited<ReturnType<typeof getConnector>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetConnector<TData = Awaited<ReturnType<typeof getConnector>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 name: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a connector
 */

export function useGetConnector<TData = Awaited<ReturnType<typeof getConnector>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 name: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getConnector>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetConnectorQueryOptions(name,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListEndpointsInfiniteQueryKey = (params?: ListEndpointsParams,) => {
    return [
    'infinite', `/api/v1/endpoints`, ...(params ? [params] : [])
    ] as const;
    }

export const getListEndpointsQueryKey = (params?: ListEndpointsParams,) => {
    return [
    `/api/v1/endpoints`, ...(params ? [params] : [])
    ] as const;
    }


export const getListEndpointsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listEndpoints>>, ListEndpointsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListEndpointsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpoints>>, QueryKey, ListEndpointsParams['cursor']> = ({ signal, pageParam }) => listEndpoints({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpoints>>>
export type ListEndpointsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpointsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpoints>>, ListEndpointsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListEndpointsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpoints>>,
          TError,
          Awaited<ReturnType<typeof listEndpoints>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpoints>>, ListEndpointsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpoints>>,
          TError,
          Awaited<ReturnType<typeof listEndpoints>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpointsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpoints>>, ListEndpointsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List endpoints, newest first
 */

export function useListEndpointsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listEndpoints>>, ListEndpointsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData, QueryKey, ListEndpointsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListEndpointsQueryOptions = <TData = Awaited<ReturnType<typeof listEndpoints>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListEndpointsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEndpointsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEndpoints>>> = ({ signal }) => listEndpoints(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEndpointsQueryResult = NonNullable<Awaited<ReturnType<typeof listEndpoints>>>
export type ListEndpointsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEndpoints<TData = Awaited<ReturnType<typeof listEndpoints>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListEndpointsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpoints>>,
          TError,
          Awaited<ReturnType<typeof listEndpoints>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpoints<TData = Awaited<ReturnType<typeof listEndpoints>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEndpoints>>,
          TError,
          Awaited<ReturnType<typeof listEndpoints>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEndpoints<TData = Awaited<ReturnType<typeof listEndpoints>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List endpoints, newest first
 */

export function useListEndpoints<TData = Awaited<ReturnType<typeof listEndpoints>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEndpointsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEndpoints>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEndpointsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateEndpointMutationKey = () => ['createEndpoint'] as const;

export const getCreateEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createEndpoint>>, TError,CreateEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createEndpoint>>, TError,CreateEndpointMutationVariables, TContext> => {

const mutationKey = getCreateEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createEndpoint>>, CreateEndpointMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createEndpoint(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof createEndpoint>>>
    export type CreateEndpointMutationBody = NewEndpoint
    export type CreateEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateEndpointMutationVariables = {data: NewEndpoint}

    /**
 * @summary Create an endpoint
 */
export const useCreateEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createEndpoint>>, TError,CreateEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createEndpoint>>,
        TError,
        CreateEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getCreateEndpointMutationOptions(options), queryClient);
    }

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





export const getTryEndpointFilterMutationKey = () => ['tryEndpointFilter'] as const;

export const getTryEndpointFilterMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof tryEndpointFilter>>, TError,TryEndpointFilterMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof tryEndpointFilter>>, TError,TryEndpointFilterMutationVariables, TContext> => {

const mutationKey = getTryEndpointFilterMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof tryEndpointFilter>>, TryEndpointFilterMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  tryEndpointFilter(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type TryEndpointFilterMutationResult = NonNullable<Awaited<ReturnType<typeof tryEndpointFilter>>>
    export type TryEndpointFilterMutationBody = FilterTrial
    export type TryEndpointFilterMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type TryEndpointFilterMutationVariables = {data: FilterTrial}

    /**
 * @summary Try a payload filter
 */
export const useTryEndpointFilter = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof tryEndpointFilter>>, TError,TryEndpointFilterMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof tryEndpointFilter>>,
        TError,
        TryEndpointFilterMutationVariables,
        TContext
      > => {
      return useMutation(getTryEndpointFilterMutationOptions(options), queryClient);
    }

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





export const getGetEndpointQueryKey = (endpointId: string,) => {
    return [
    `/api/v1/endpoints/${endpointId}`
    ] as const;
    }


export const getGetEndpointQueryOptions = <TData = Awaited<ReturnType<typeof getEndpoint>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetEndpointQueryKey(endpointId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getEndpoint>>> = ({ signal }) => getEndpoint(endpointId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetEndpointQueryResult = NonNullable<Awaited<ReturnType<typeof getEndpoint>>>
export type GetEndpointQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetEndpoint<TData = Awaited<ReturnType<typeof getEndpoint>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpoint>>,
          TError,
          Awaited<ReturnType<typeof getEndpoint>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpoint<TData = Awaited<ReturnType<typeof getEndpoint>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpoint>>,
          TError,
          Awaited<ReturnType<typeof getEndpoint>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpoint<TData = Awaited<ReturnType<typeof getEndpoint>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get an endpoint
 */

export function useGetEndpoint<TData = Awaited<ReturnType<typeof getEndpoint>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpoint>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetEndpointQueryOptions(endpointId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeEndpointMutationKey = () => ['changeEndpoint'] as const;

export const getChangeEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeEndpoint>>, TError,ChangeEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeEndpoint>>, TError,ChangeEndpointMutationVariables, TContext> => {

const mutationKey = getChangeEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeEndpoint>>, ChangeEndpointMutationVariables> = (props) => {
          const {endpointId,data} = props ?? {};

          return  changeEndpoint(endpointId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof changeEndpoint>>>
    export type ChangeEndpointMutationBody = EndpointChange
    export type ChangeEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeEndpointMutationVariables = {endpointId: string;data: EndpointChange}

    /**
 * @summary Change an endpoint
 */
export const useChangeEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeEndpoint>>, TError,ChangeEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeEndpoint>>,
        TError,
        ChangeEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getChangeEndpointMutationOptions(options), queryClient);
    }

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





export const getDeleteEndpointMutationKey = () => ['deleteEndpoint'] as const;

export const getDeleteEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteEndpoint>>, TError,DeleteEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof deleteEndpoint>>, TError,DeleteEndpointMutationVariables, TContext> => {

const mutationKey = getDeleteEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof deleteEndpoint>>, DeleteEndpointMutationVariables> = (props) => {
          const {endpointId} = props ?? {};

          return  deleteEndpoint(endpointId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type DeleteEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof deleteEndpoint>>>

    export type DeleteEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type DeleteEndpointMutationVariables = {endpointId: string}

    /**
 * @summary Delete an endpoint
 */
export const useDeleteEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteEndpoint>>, TError,DeleteEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof deleteEndpoint>>,
        TError,
        DeleteEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getDeleteEndpointMutationOptions(options), queryClient);
    }

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





export const getPauseEndpointMutationKey = () => ['pauseEndpoint'] as const;

export const getPauseEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseEndpoint>>, TError,PauseEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof pauseEndpoint>>, TError,PauseEndpointMutationVariables, TContext> => {

const mutationKey = getPauseEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof pauseEndpoint>>, PauseEndpointMutationVariables> = (props) => {
          const {endpointId} = props ?? {};

          return  pauseEndpoint(endpointId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PauseEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof pauseEndpoint>>>

    export type PauseEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type PauseEndpointMutationVariables = {endpointId: string}

    /**
 * @summary Pause an endpoint
 */
export const usePauseEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseEndpoint>>, TError,PauseEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof pauseEndpoint>>,
        TError,
        PauseEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getPauseEndpointMutationOptions(options), queryClient);
    }

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





export const getResumeEndpointMutationKey = () => ['resumeEndpoint'] as const;

export const getResumeEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeEndpoint>>, TError,ResumeEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof resumeEndpoint>>, TError,ResumeEndpointMutationVariables, TContext> => {

const mutationKey = getResumeEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof resumeEndpoint>>, ResumeEndpointMutationVariables> = (props) => {
          const {endpointId,data} = props ?? {};

          return  resumeEndpoint(endpointId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ResumeEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof resumeEndpoint>>>
    export type ResumeEndpointMutationBody = Resumption | null | undefined
    export type ResumeEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ResumeEndpointMutationVariables = {endpointId: string;data?: Resumption | null}

    /**
 * @summary Resume an endpoint
 */
export const useResumeEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeEndpoint>>, TError,ResumeEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof resumeEndpoint>>,
        TError,
        ResumeEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getResumeEndpointMutationOptions(options), queryClient);
    }

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





export const getTestEndpointMutationKey = () => ['testEndpoint'] as const;

export const getTestEndpointMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof testEndpoint>>, TError,TestEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof testEndpoint>>, TError,TestEndpointMutationVariables, TContext> => {

const mutationKey = getTestEndpointMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof testEndpoint>>, TestEndpointMutationVariables> = (props) => {
          const {endpointId} = props ?? {};

          return  testEndpoint(endpointId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type TestEndpointMutationResult = NonNullable<Awaited<ReturnType<typeof testEndpoint>>>

    export type TestEndpointMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type TestEndpointMutationVariables = {endpointId: string}

    /**
 * @summary Send an endpoint a test event
 */
export const useTestEndpoint = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof testEndpoint>>, TError,TestEndpointMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof testEndpoint>>,
        TError,
        TestEndpointMutationVariables,
        TContext
      > => {
      return useMutation(getTestEndpointMutationOptions(options), queryClient);
    }

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





export const getGetEndpointSecretQueryKey = (endpointId: string,) => {
    return [
    `/api/v1/endpoints/${endpointId}/secret`
    ] as const;
    }


export const getGetEndpointSecretQueryOptions = <TData = Awaited<ReturnType<typeof getEndpointSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetEndpointSecretQueryKey(endpointId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getEndpointSecret>>> = ({ signal }) => getEndpointSecret(endpointId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetEndpointSecretQueryResult = NonNullable<Awaited<ReturnType<typeof getEndpointSecret>>>
export type GetEndpointSecretQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetEndpointSecret<TData = Awaited<ReturnType<typeof getEndpointSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointSecret>>,
          TError,
          Awaited<ReturnType<typeof getEndpointSecret>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointSecret<TData = Awaited<ReturnType<typeof getEndpointSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointSecret>>,
          TError,
          Awaited<ReturnType<typeof getEndpointSecret>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointSecret<TData = Awaited<ReturnType<typeof getEndpointSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Read an endpoint's secrets
 */

export function useGetEndpointSecret<TData = Awaited<ReturnType<typeof getEndpointSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetEndpointSecretQueryOptions(endpointId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getRotateEndpointSecretMutationKey = () => ['rotateEndpointSecret'] as const;

export const getRotateEndpointSecretMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof rotateEndpointSecret>>, TError,RotateEndpointSecretMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof rotateEndpointSecret>>, TError,RotateEndpointSecretMutationVariables, TContext> => {

const mutationKey = getRotateEndpointSecretMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof rotateEndpointSecret>>, RotateEndpointSecretMutationVariables> = (props) => {
          const {endpointId,data} = props ?? {};

          return  rotateEndpointSecret(endpointId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RotateEndpointSecretMutationResult = NonNullable<Awaited<ReturnType<typeof rotateEndpointSecret>>>
    export type RotateEndpointSecretMutationBody = Rotation
    export type RotateEndpointSecretMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type RotateEndpointSecretMutationVariables = {endpointId: string;data: Rotation}

    /**
 * @summary Rotate an endpoint's secret
 */
export const useRotateEndpointSecret = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof rotateEndpointSecret>>, TError,RotateEndpointSecretMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof rotateEndpointSecret>>,
        TError,
        RotateEndpointSecretMutationVariables,
        TContext
      > => {
      return useMutation(getRotateEndpointSecretMutationOptions(options), queryClient);
    }

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





export const getGetEndpointPublicKeyQueryKey = (endpointId: string,) => {
    return [
    `/api/v1/endpoints/${endpointId}/public-key`
    ] as const;
    }


export const getGetEndpointPublicKeyQueryOptions = <TData = Awaited<ReturnType<typeof getEndpointPublicKey>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetEndpointPublicKeyQueryKey(endpointId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getEndpointPublicKey>>> = ({ signal }) => getEndpointPublicKey(endpointId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetEndpointPublicKeyQueryResult = NonNullable<Awaited<ReturnType<typeof getEndpointPublicKey>>>
export type GetEndpointPublicKeyQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetEndpointPublicKey<TData = Awaited<ReturnType<typeof getEndpointPublicKey>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointPublicKey>>,
          TError,
          Awaited<ReturnType<typeof getEndpointPublicKey>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointPublicKey<TData = Awaited<ReturnType<typeof getEndpointPublicKey>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEndpointPublicKey>>,
          TError,
          Awaited<ReturnType<typeof getEndpointPublicKey>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEndpointPublicKey<TData = Awaited<ReturnType<typeof getEndpointPublicKey>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Read an endpoint's public keys
 */

export function useGetEndpointPublicKey<TData = Awaited<ReturnType<typeof getEndpointPublicKey>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEndpointPublicKey>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetEndpointPublicKeyQueryOptions(endpointId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListEventTypesQueryKey = () => {
    return [
    `/api/v1/event-types`
    ] as const;
    }


export const getListEventTypesQueryOptions = <TData = Awaited<ReturnType<typeof listEventTypes>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEventTypesQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEventTypes>>> = ({ signal }) => listEventTypes({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEventTypesQueryResult = NonNullable<Awaited<ReturnType<typeof listEventTypes>>>
export type ListEventTypesQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListEventTypes<TData = Awaited<ReturnType<typeof listEventTypes>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEventTypes>>,
          TError,
          Awaited<ReturnType<typeof listEventTypes>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEventTypes<TData = Awaited<ReturnType<typeof listEventTypes>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEventTypes>>,
          TError,
          Awaited<ReturnType<typeof listEventTypes>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEventTypes<TData = Awaited<ReturnType<typeof listEventTypes>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List event types
 */

export function useListEventTypes<TData = Awaited<ReturnType<typeof listEventTypes>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEventTypes>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEventTypesQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateEventTypeMutationKey = () => ['createEventType'] as const;

export const getCreateEventTypeMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createEventType>>, TError,CreateEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createEventType>>, TError,CreateEventTypeMutationVariables, TContext> => {

const mutationKey = getCreateEventTypeMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createEventType>>, CreateEventTypeMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createEventType(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateEventTypeMutationResult = NonNullable<Awaited<ReturnType<typeof createEventType>>>
    export type CreateEventTypeMutationBody = NewEventType
    export type CreateEventTypeMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateEventTypeMutationVariables = {data: NewEventType}

    /**
 * @summary Register an event type
 */
export const useCreateEventType = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createEventType>>, TError,CreateEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createEventType>>,
        TError,
        CreateEventTypeMutationVariables,
        TContext
      > => {
      return useMutation(getCreateEventTypeMutationOptions(options), queryClient);
    }

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





export const getGetEventTypeQueryKey = (typeName: string,) => {
    return [
    `/api/v1/event-types/${typeName}`
    ] as const;
    }


export const getGetEventTypeQueryOptions = <TData = Awaited<ReturnType<typeof getEventType>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(typeName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetEventTypeQueryKey(typeName);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getEventType>>> = ({ signal }) => getEventType(typeName, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: typeName !== null && typeName !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetEventTypeQueryResult = NonNullable<Awaited<ReturnType<typeof getEventType>>>
export type GetEventTypeQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetEventType<TData = Awaited<ReturnType<typeof getEventType>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 typeName: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEventType>>,
          TError,
          Awaited<ReturnType<typeof getEventType>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEventType<TData = Awaited<ReturnType<typeof getEventType>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 typeName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getEventType>>,
          TError,
          Awaited<ReturnType<typeof getEventType>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetEventType<TData = Awaited<ReturnType<typeof getEventType>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 typeName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get an event type
 */

export function useGetEventType<TData = Awaited<ReturnType<typeof getEventType>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 typeName: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getEventType>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetEventTypeQueryOptions(typeName,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeEventTypeMutationKey = () => ['changeEventType'] as const;

export const getChangeEventTypeMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeEventType>>, TError,ChangeEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeEventType>>, TError,ChangeEventTypeMutationVariables, TContext> => {

const mutationKey = getChangeEventTypeMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeEventType>>, ChangeEventTypeMutationVariables> = (props) => {
          const {typeName,data} = props ?? {};

          return  changeEventType(typeName,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeEventTypeMutationResult = NonNullable<Awaited<ReturnType<typeof changeEventType>>>
    export type ChangeEventTypeMutationBody = EventTypeChange
    export type ChangeEventTypeMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeEventTypeMutationVariables = {typeName: string;data: EventTypeChange}

    /**
 * @summary Change an event type
 */
export const useChangeEventType = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeEventType>>, TError,ChangeEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeEventType>>,
        TError,
        ChangeEventTypeMutationVariables,
        TContext
      > => {
      return useMutation(getChangeEventTypeMutationOptions(options), queryClient);
    }

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





export const getDeleteEventTypeMutationKey = () => ['deleteEventType'] as const;

export const getDeleteEventTypeMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteEventType>>, TError,DeleteEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof deleteEventType>>, TError,DeleteEventTypeMutationVariables, TContext> => {

const mutationKey = getDeleteEventTypeMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof deleteEventType>>, DeleteEventTypeMutationVariables> = (props) => {
          const {typeName} = props ?? {};

          return  deleteEventType(typeName,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type DeleteEventTypeMutationResult = NonNullable<Awaited<ReturnType<typeof deleteEventType>>>

    export type DeleteEventTypeMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type DeleteEventTypeMutationVariables = {typeName: string}

    /**
 * @summary Unregister an event type
 */
export const useDeleteEventType = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteEventType>>, TError,DeleteEventTypeMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof deleteEventType>>,
        TError,
        DeleteEventTypeMutationVariables,
        TContext
      > => {
      return useMutation(getDeleteEventTypeMutationOptions(options), queryClient);
    }

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





export const getAddEventTypeVersionMutationKey = () => ['addEventTypeVersion'] as const;

export const getAddEventTypeVersionMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof addEventTypeVersion>>, TError,AddEventTypeVersionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof addEventTypeVersion>>, TError,AddEventTypeVersionMutationVariables, TContext> => {

const mutationKey = getAddEventTypeVersionMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof addEventTypeVersion>>, AddEventTypeVersionMutationVariables> = (props) => {
          const {typeName,data} = props ?? {};

          return  addEventTypeVersion(typeName,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type AddEventTypeVersionMutationResult = NonNullable<Awaited<ReturnType<typeof addEventTypeVersion>>>
    export type AddEventTypeVersionMutationBody = NewEventTypeVersion
    export type AddEventTypeVersionMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type AddEventTypeVersionMutationVariables = {typeName: string;data: NewEventTypeVersion}

    /**
 * @summary Add a version to an event type
 */
export const useAddEventTypeVersion = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof addEventTypeVersion>>, TError,AddEventTypeVersionMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof addEventTypeVersion>>,
        TError,
        AddEventTypeVersionMutationVariables,
        TContext
      > => {
      return useMutation(getAddEventTypeVersionMutationOptions(options), queryClient);
    }

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





export const getGetWebhooksDocumentQueryKey = () => {
    return [
    `/api/v1/webhooks/openapi.json`
    ] as const;
    }


export const getGetWebhooksDocumentQueryOptions = <TData = Awaited<ReturnType<typeof getWebhooksDocument>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetWebhooksDocumentQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getWebhooksDocument>>> = ({ signal }) => getWebhooksDocument({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetWebhooksDocumentQueryResult = NonNullable<Awaited<ReturnType<typeof getWebhooksDocument>>>
export type GetWebhooksDocumentQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetWebhooksDocument<TData = Awaited<ReturnType<typeof getWebhooksDocument>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getWebhooksDocument>>,
          TError,
          Awaited<ReturnType<typeof getWebhooksDocument>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetWebhooksDocument<TData = Awaited<ReturnType<typeof getWebhooksDocument>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getWebhooksDocument>>,
          TError,
          Awaited<ReturnType<typeof getWebhooksDocument>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetWebhooksDocument<TData = Awaited<ReturnType<typeof getWebhooksDocument>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get the tenant's webhooks as OpenAPI
 */

export function useGetWebhooksDocument<TData = Awaited<ReturnType<typeof getWebhooksDocument>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getWebhooksDocument>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetWebhooksDocumentQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListEventsQueryKey = (params?: ListEventsParams,) => {
    return [
    `/api/v1/events`, ...(params ? [params] : [])
    ] as const;
    }


export const getListEventsQueryOptions = <TData = Awaited<ReturnType<typeof listEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListEventsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listEvents>>> = ({ signal }) => listEvents(params, { signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListEventsQueryResult = NonNullable<Awaited<ReturnType<typeof listEvents>>>
export type ListEventsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>


export function useListEvents<TData = Awaited<ReturnType<typeof listEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListEventsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEvents>>,
          TError,
          Awaited<ReturnType<typeof listEvents>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEvents<TData = Awaited<ReturnType<typeof listEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listEvents>>,
          TError,
          Awaited<ReturnType<typeof listEvents>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListEvents<TData = Awaited<ReturnType<typeof listEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Read the event log
 */

export function useListEvents<TData = Awaited<ReturnType<typeof listEvents>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N410Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListEventsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listEvents>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListEventsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getPublishEventMutationKey = () => ['publishEvent'] as const;

export const getPublishEventMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof publishEvent>>, TError,PublishEventMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof publishEvent>>, TError,PublishEventMutationVariables, TContext> => {

const mutationKey = getPublishEventMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof publishEvent>>, PublishEventMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  publishEvent(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PublishEventMutationResult = NonNullable<Awaited<ReturnType<typeof publishEvent>>>
    export type PublishEventMutationBody = NewEvent
    export type PublishEventMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type PublishEventMutationVariables = {data: NewEvent}

    /**
 * @summary Publish an event
 */
export const usePublishEvent = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof publishEvent>>, TError,PublishEventMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof publishEvent>>,
        TError,
        PublishEventMutationVariables,
        TContext
      > => {
      return useMutation(getPublishEventMutationOptions(options), queryClient);
    }

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





export const getListDeliveriesInfiniteQueryKey = (params?: ListDeliveriesParams,) => {
    return [
    'infinite', `/api/v1/deliveries`, ...(params ? [params] : [])
    ] as const;
    }

export const getListDeliveriesQueryKey = (params?: ListDeliveriesParams,) => {
    return [
    `/api/v1/deliveries`, ...(params ? [params] : [])
    ] as const;
    }


export const getListDeliveriesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listDeliveries>>, ListDeliveriesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListDeliveriesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListDeliveriesInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listDeliveries>>, QueryKey, ListDeliveriesParams['cursor']> = ({ signal, pageParam }) => listDeliveries({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListDeliveriesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listDeliveries>>>
export type ListDeliveriesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListDeliveriesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listDeliveries>>, ListDeliveriesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListDeliveriesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listDeliveries>>,
          TError,
          Awaited<ReturnType<typeof listDeliveries>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListDeliveriesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listDeliveries>>, ListDeliveriesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listDeliveries>>,
          TError,
          Awaited<ReturnType<typeof listDeliveries>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListDeliveriesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listDeliveries>>, ListDeliveriesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List deliveries, newest first
 */

export function useListDeliveriesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listDeliveries>>, ListDeliveriesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData, QueryKey, ListDeliveriesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListDeliveriesInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListDeliveriesQueryOptions = <TData = Awaited<ReturnType<typeof listDeliveries>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListDeliveriesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListDeliveriesQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listDeliveries>>> = ({ signal }) => listDeliveries(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListDeliveriesQueryResult = NonNullable<Awaited<ReturnType<typeof listDeliveries>>>
export type ListDeliveriesQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListDeliveries<TData = Awaited<ReturnType<typeof listDeliveries>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListDeliveriesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listDeliveries>>,
          TError,
          Awaited<ReturnType<typeof listDeliveries>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListDeliveries<TData = Awaited<ReturnType<typeof listDeliveries>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listDeliveries>>,
          TError,
          Awaited<ReturnType<typeof listDeliveries>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListDeliveries<TData = Awaited<ReturnType<typeof listDeliveries>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List deliveries, newest first
 */

export function useListDeliveries<TData = Awaited<ReturnType<typeof listDeliveries>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListDeliveriesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listDeliveries>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListDeliveriesQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetDeliveryQueryKey = (deliveryId: string,) => {
    return [
    `/api/v1/deliveries/${deliveryId}`
    ] as const;
    }


export const getGetDeliveryQueryOptions = <TData = Awaited<ReturnType<typeof getDelivery>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(deliveryId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetDeliveryQueryKey(deliveryId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getDelivery>>> = ({ signal }) => getDelivery(deliveryId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: deliveryId !== null && deliveryId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetDeliveryQueryResult = NonNullable<Awaited<ReturnType<typeof getDelivery>>>
export type GetDeliveryQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetDelivery<TData = Awaited<ReturnType<typeof getDelivery>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getDelivery>>,
          TError,
          Awaited<ReturnType<typeof getDelivery>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetDelivery<TData = Awaited<ReturnType<typeof getDelivery>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getDelivery>>,
          TError,
          Awaited<ReturnType<typeof getDelivery>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetDelivery<TData = Awaited<ReturnType<typeof getDelivery>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a delivery
 */

export function useGetDelivery<TData = Awaited<ReturnType<typeof getDelivery>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getDelivery>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetDeliveryQueryOptions(deliveryId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getReplayDeliveryMutationKey = () => ['replayDelivery'] as const;

export const getReplayDeliveryMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof replayDelivery>>, TError,ReplayDeliveryMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof replayDelivery>>, TError,ReplayDeliveryMutationVariables, TContext> => {

const mutationKey = getReplayDeliveryMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof replayDelivery>>, ReplayDeliveryMutationVariables> = (props) => {
          const {deliveryId,data} = props ?? {};

          return  replayDelivery(deliveryId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ReplayDeliveryMutationResult = NonNullable<Awaited<ReturnType<typeof replayDelivery>>>
    export type ReplayDeliveryMutationBody = Why
    export type ReplayDeliveryMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ReplayDeliveryMutationVariables = {deliveryId: string;data: Why}

    /**
 * @summary Replay a delivery
 */
export const useReplayDelivery = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof replayDelivery>>, TError,ReplayDeliveryMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof replayDelivery>>,
        TError,
        ReplayDeliveryMutationVariables,
        TContext
      > => {
      return useMutation(getReplayDeliveryMutationOptions(options), queryClient);
    }

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





export const getRetryDeliveryMutationKey = () => ['retryDelivery'] as const;

export const getRetryDeliveryMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof retryDelivery>>, TError,RetryDeliveryMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof retryDelivery>>, TError,RetryDeliveryMutationVariables, TContext> => {

const mutationKey = getRetryDeliveryMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof retryDelivery>>, RetryDeliveryMutationVariables> = (props) => {
          const {deliveryId} = props ?? {};

          return  retryDelivery(deliveryId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RetryDeliveryMutationResult = NonNullable<Awaited<ReturnType<typeof retryDelivery>>>

    export type RetryDeliveryMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type RetryDeliveryMutationVariables = {deliveryId: string}

    /**
 * @summary Try a pending delivery now
 */
export const useRetryDelivery = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof retryDelivery>>, TError,RetryDeliveryMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof retryDelivery>>,
        TError,
        RetryDeliveryMutationVariables,
        TContext
      > => {
      return useMutation(getRetryDeliveryMutationOptions(options), queryClient);
    }

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





export const getListAttemptsInfiniteQueryKey = (deliveryId: string,
    params?: ListAttemptsParams,) => {
    return [
    'infinite', `/api/v1/deliveries/${deliveryId}/attempts`, ...(params ? [params] : [])
    ] as const;
    }

export const getListAttemptsQueryKey = (deliveryId: string,
    params?: ListAttemptsParams,) => {
    return [
    `/api/v1/deliveries/${deliveryId}/attempts`, ...(params ? [params] : [])
    ] as const;
    }


export const getListAttemptsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listAttempts>>, ListAttemptsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListAttemptsInfiniteQueryKey(deliveryId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listAttempts>>, QueryKey, ListAttemptsParams['cursor']> = ({ signal, pageParam }) => listAttempts(deliveryId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: deliveryId !== null && deliveryId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListAttemptsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listAttempts>>>
export type ListAttemptsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListAttemptsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAttempts>>, ListAttemptsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params: undefined |  ListAttemptsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAttempts>>,
          TError,
          Awaited<ReturnType<typeof listAttempts>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAttemptsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAttempts>>, ListAttemptsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAttempts>>,
          TError,
          Awaited<ReturnType<typeof listAttempts>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAttemptsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAttempts>>, ListAttemptsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a delivery's attempts, newest first
 */

export function useListAttemptsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAttempts>>, ListAttemptsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData, QueryKey, ListAttemptsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListAttemptsInfiniteQueryOptions(deliveryId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListAttemptsQueryOptions = <TData = Awaited<ReturnType<typeof listAttempts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListAttemptsQueryKey(deliveryId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listAttempts>>> = ({ signal }) => listAttempts(deliveryId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: deliveryId !== null && deliveryId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListAttemptsQueryResult = NonNullable<Awaited<ReturnType<typeof listAttempts>>>
export type ListAttemptsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListAttempts<TData = Awaited<ReturnType<typeof listAttempts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params: undefined |  ListAttemptsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAttempts>>,
          TError,
          Awaited<ReturnType<typeof listAttempts>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAttempts<TData = Awaited<ReturnType<typeof listAttempts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAttempts>>,
          TError,
          Awaited<ReturnType<typeof listAttempts>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAttempts<TData = Awaited<ReturnType<typeof listAttempts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a delivery's attempts, newest first
 */

export function useListAttempts<TData = Awaited<ReturnType<typeof listAttempts>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    params?: ListAttemptsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAttempts>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListAttemptsQueryOptions(deliveryId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetAttemptQueryKey = (deliveryId: string,
    attemptId: string,) => {
    return [
    `/api/v1/deliveries/${deliveryId}/attempts/${attemptId}`
    ] as const;
    }


export const getGetAttemptQueryOptions = <TData = Awaited<ReturnType<typeof getAttempt>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(deliveryId: string,
    attemptId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetAttemptQueryKey(deliveryId,attemptId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getAttempt>>> = ({ signal }) => getAttempt(deliveryId,attemptId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: deliveryId !== null && deliveryId !== undefined && attemptId !== null && attemptId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetAttemptQueryResult = NonNullable<Awaited<ReturnType<typeof getAttempt>>>
export type GetAttemptQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetAttempt<TData = Awaited<ReturnType<typeof getAttempt>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    attemptId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getAttempt>>,
          TError,
          Awaited<ReturnType<typeof getAttempt>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetAttempt<TData = Awaited<ReturnType<typeof getAttempt>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    attemptId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getAttempt>>,
          TError,
          Awaited<ReturnType<typeof getAttempt>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetAttempt<TData = Awaited<ReturnType<typeof getAttempt>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    attemptId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get an attempt
 */

export function useGetAttempt<TData = Awaited<ReturnType<typeof getAttempt>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 deliveryId: string,
    attemptId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getAttempt>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetAttemptQueryOptions(deliveryId,attemptId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateReplayMutationKey = () => ['createReplay'] as const;

export const getCreateReplayMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createReplay>>, TError,CreateReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createReplay>>, TError,CreateReplayMutationVariables, TContext> => {

const mutationKey = getCreateReplayMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createReplay>>, CreateReplayMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createReplay(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateReplayMutationResult = NonNullable<Awaited<ReturnType<typeof createReplay>>>
    export type CreateReplayMutationBody = NewReplay
    export type CreateReplayMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateReplayMutationVariables = {data: NewReplay}

    /**
 * @summary Replay deliveries
 */
export const useCreateReplay = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createReplay>>, TError,CreateReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createReplay>>,
        TError,
        CreateReplayMutationVariables,
        TContext
      > => {
      return useMutation(getCreateReplayMutationOptions(options), queryClient);
    }

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





export const getListReplaysInfiniteQueryKey = (params?: ListReplaysParams,) => {
    return [
    'infinite', `/api/v1/replays`, ...(params ? [params] : [])
    ] as const;
    }

export const getListReplaysQueryKey = (params?: ListReplaysParams,) => {
    return [
    `/api/v1/replays`, ...(params ? [params] : [])
    ] as const;
    }


export const getListReplaysInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listReplays>>, ListReplaysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListReplaysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplaysInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplays>>, QueryKey, ListReplaysParams['cursor']> = ({ signal, pageParam }) => listReplays({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplaysInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listReplays>>>
export type ListReplaysInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplaysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplays>>, ListReplaysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListReplaysParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplays>>,
          TError,
          Awaited<ReturnType<typeof listReplays>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplaysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplays>>, ListReplaysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplays>>,
          TError,
          Awaited<ReturnType<typeof listReplays>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplaysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplays>>, ListReplaysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List replays, newest first
 */

export function useListReplaysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplays>>, ListReplaysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData, QueryKey, ListReplaysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplaysInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListReplaysQueryOptions = <TData = Awaited<ReturnType<typeof listReplays>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListReplaysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplaysQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplays>>> = ({ signal }) => listReplays(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplaysQueryResult = NonNullable<Awaited<ReturnType<typeof listReplays>>>
export type ListReplaysQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplays<TData = Awaited<ReturnType<typeof listReplays>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListReplaysParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplays>>,
          TError,
          Awaited<ReturnType<typeof listReplays>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplays<TData = Awaited<ReturnType<typeof listReplays>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplays>>,
          TError,
          Awaited<ReturnType<typeof listReplays>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplays<TData = Awaited<ReturnType<typeof listReplays>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List replays, newest first
 */

export function useListReplays<TData = Awaited<ReturnType<typeof listReplays>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListReplaysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplays>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplaysQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetReplayQueryKey = (replayId: string,) => {
    return [
    `/api/v1/replays/${replayId}`
    ] as const;
    }


export const getGetReplayQueryOptions = <TData = Awaited<ReturnType<typeof getReplay>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(replayId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetReplayQueryKey(replayId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getReplay>>> = ({ signal }) => getReplay(replayId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: replayId !== null && replayId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetReplayQueryResult = NonNullable<Awaited<ReturnType<typeof getReplay>>>
export type GetReplayQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetReplay<TData = Awaited<ReturnType<typeof getReplay>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getReplay>>,
          TError,
          Awaited<ReturnType<typeof getReplay>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetReplay<TData = Awaited<ReturnType<typeof getReplay>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getReplay>>,
          TError,
          Awaited<ReturnType<typeof getReplay>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetReplay<TData = Awaited<ReturnType<typeof getReplay>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a replay
 */

export function useGetReplay<TData = Awaited<ReturnType<typeof getReplay>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getReplay>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetReplayQueryOptions(replayId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getPaceReplayMutationKey = () => ['paceReplay'] as const;

export const getPaceReplayMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof paceReplay>>, TError,PaceReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof paceReplay>>, TError,PaceReplayMutationVariables, TContext> => {

const mutationKey = getPaceReplayMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof paceReplay>>, PaceReplayMutationVariables> = (props) => {
          const {replayId,data} = props ?? {};

          return  paceReplay(replayId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PaceReplayMutationResult = NonNullable<Awaited<ReturnType<typeof paceReplay>>>
    export type PaceReplayMutationBody = NewPace
    export type PaceReplayMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type PaceReplayMutationVariables = {replayId: string;data: NewPace}

    /**
 * @summary Change a replay's pace
 */
export const usePaceReplay = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof paceReplay>>, TError,PaceReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof paceReplay>>,
        TError,
        PaceReplayMutationVariables,
        TContext
      > => {
      return useMutation(getPaceReplayMutationOptions(options), queryClient);
    }

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





export const getPauseReplayMutationKey = () => ['pauseReplay'] as const;

export const getPauseReplayMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseReplay>>, TError,PauseReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof pauseReplay>>, TError,PauseReplayMutationVariables, TContext> => {

const mutationKey = getPauseReplayMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof pauseReplay>>, PauseReplayMutationVariables> = (props) => {
          const {replayId,data} = props ?? {};

          return  pauseReplay(replayId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PauseReplayMutationResult = NonNullable<Awaited<ReturnType<typeof pauseReplay>>>
    export type PauseReplayMutationBody = Steering
    export type PauseReplayMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type PauseReplayMutationVariables = {replayId: string;data: Steering}

    /**
 * @summary Pause a replay
 */
export const usePauseReplay = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseReplay>>, TError,PauseReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof pauseReplay>>,
        TError,
        PauseReplayMutationVariables,
        TContext
      > => {
      return useMutation(getPauseReplayMutationOptions(options), queryClient);
    }

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





export const getResumeReplayMutationKey = () => ['resumeReplay'] as const;

export const getResumeReplayMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeReplay>>, TError,ResumeReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof resumeReplay>>, TError,ResumeReplayMutationVariables, TContext> => {

const mutationKey = getResumeReplayMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof resumeReplay>>, ResumeReplayMutationVariables> = (props) => {
          const {replayId,data} = props ?? {};

          return  resumeReplay(replayId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ResumeReplayMutationResult = NonNullable<Awaited<ReturnType<typeof resumeReplay>>>
    export type ResumeReplayMutationBody = Steering
    export type ResumeReplayMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ResumeReplayMutationVariables = {replayId: string;data: Steering}

    /**
 * @summary Resume a replay
 */
export const useResumeReplay = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeReplay>>, TError,ResumeReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof resumeReplay>>,
        TError,
        ResumeReplayMutationVariables,
        TContext
      > => {
      return useMutation(getResumeReplayMutationOptions(options), queryClient);
    }

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





export const getCancelReplayMutationKey = () => ['cancelReplay'] as const;

export const getCancelReplayMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelReplay>>, TError,CancelReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof cancelReplay>>, TError,CancelReplayMutationVariables, TContext> => {

const mutationKey = getCancelReplayMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof cancelReplay>>, CancelReplayMutationVariables> = (props) => {
          const {replayId,data} = props ?? {};

          return  cancelReplay(replayId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CancelReplayMutationResult = NonNullable<Awaited<ReturnType<typeof cancelReplay>>>
    export type CancelReplayMutationBody = Steering
    export type CancelReplayMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CancelReplayMutationVariables = {replayId: string;data: Steering}

    /**
 * @summary Cancel a replay
 */
export const useCancelReplay = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof cancelReplay>>, TError,CancelReplayMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof cancelReplay>>,
        TError,
        CancelReplayMutationVariables,
        TContext
      > => {
      return useMutation(getCancelReplayMutationOptions(options), queryClient);
    }

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





export const getListReplayItemsInfiniteQueryKey = (replayId: string,
    params?: ListReplayItemsParams,) => {
    return [
    'infinite', `/api/v1/replays/${replayId}/items`, ...(params ? [params] : [])
    ] as const;
    }

export const getListReplayItemsQueryKey = (replayId: string,
    params?: ListReplayItemsParams,) => {
    return [
    `/api/v1/replays/${replayId}/items`, ...(params ? [params] : [])
    ] as const;
    }


export const getListReplayItemsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listReplayItems>>, ListReplayItemsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplayItemsInfiniteQueryKey(replayId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplayItems>>, QueryKey, ListReplayItemsParams['cursor']> = ({ signal, pageParam }) => listReplayItems(replayId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: replayId !== null && replayId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplayItemsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listReplayItems>>>
export type ListReplayItemsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplayItemsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayItems>>, ListReplayItemsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params: undefined |  ListReplayItemsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayItems>>,
          TError,
          Awaited<ReturnType<typeof listReplayItems>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayItemsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayItems>>, ListReplayItemsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayItems>>,
          TError,
          Awaited<ReturnType<typeof listReplayItems>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayItemsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayItems>>, ListReplayItemsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a replay's items
 */

export function useListReplayItemsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayItems>>, ListReplayItemsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData, QueryKey, ListReplayItemsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplayItemsInfiniteQueryOptions(replayId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListReplayItemsQueryOptions = <TData = Awaited<ReturnType<typeof listReplayItems>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplayItemsQueryKey(replayId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplayItems>>> = ({ signal }) => listReplayItems(replayId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: replayId !== null && replayId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplayItemsQueryResult = NonNullable<Awaited<ReturnType<typeof listReplayItems>>>
export type ListReplayItemsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplayItems<TData = Awaited<ReturnType<typeof listReplayItems>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params: undefined |  ListReplayItemsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayItems>>,
          TError,
          Awaited<ReturnType<typeof listReplayItems>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayItems<TData = Awaited<ReturnType<typeof listReplayItems>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayItems>>,
          TError,
          Awaited<ReturnType<typeof listReplayItems>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayItems<TData = Awaited<ReturnType<typeof listReplayItems>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List a replay's items
 */

export function useListReplayItems<TData = Awaited<ReturnType<typeof listReplayItems>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayItemsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayItems>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplayItemsQueryOptions(replayId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListReplayChangesInfiniteQueryKey = (replayId: string,
    params?: ListReplayChangesParams,) => {
    return [
    'infinite', `/api/v1/replays/${replayId}/changes`, ...(params ? [params] : [])
    ] as const;
    }

export const getListReplayChangesQueryKey = (replayId: string,
    params?: ListReplayChangesParams,) => {
    return [
    `/api/v1/replays/${replayId}/changes`, ...(params ? [params] : [])
    ] as const;
    }


export const getListReplayChangesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listReplayChanges>>, ListReplayChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplayChangesInfiniteQueryKey(replayId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplayChanges>>, QueryKey, ListReplayChangesParams['cursor']> = ({ signal, pageParam }) => listReplayChanges(replayId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: replayId !== null && replayId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplayChangesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listReplayChanges>>>
export type ListReplayChangesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplayChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayChanges>>, ListReplayChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params: undefined |  ListReplayChangesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayChanges>>,
          TError,
          Awaited<ReturnType<typeof listReplayChanges>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayChanges>>, ListReplayChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayChanges>>,
          TError,
          Awaited<ReturnType<typeof listReplayChanges>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayChanges>>, ListReplayChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List who steered a replay, when and why, newest first
 */

export function useListReplayChangesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listReplayChanges>>, ListReplayChangesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData, QueryKey, ListReplayChangesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplayChangesInfiniteQueryOptions(replayId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListReplayChangesQueryOptions = <TData = Awaited<ReturnType<typeof listReplayChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListReplayChangesQueryKey(replayId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listReplayChanges>>> = ({ signal }) => listReplayChanges(replayId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: replayId !== null && replayId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListReplayChangesQueryResult = NonNullable<Awaited<ReturnType<typeof listReplayChanges>>>
export type ListReplayChangesQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListReplayChanges<TData = Awaited<ReturnType<typeof listReplayChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params: undefined |  ListReplayChangesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayChanges>>,
          TError,
          Awaited<ReturnType<typeof listReplayChanges>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayChanges<TData = Awaited<ReturnType<typeof listReplayChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listReplayChanges>>,
          TError,
          Awaited<ReturnType<typeof listReplayChanges>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListReplayChanges<TData = Awaited<ReturnType<typeof listReplayChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List who steered a replay, when and why, newest first
 */

export function useListReplayChanges<TData = Awaited<ReturnType<typeof listReplayChanges>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 replayId: string,
    params?: ListReplayChangesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listReplayChanges>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListReplayChangesQueryOptions(replayId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListUndeliveredInfiniteQueryKey = (endpointId: string,
    params?: ListUndeliveredParams,) => {
    return [
    'infinite', `/api/v1/endpoints/${endpointId}/undelivered`, ...(params ? [params] : [])
    ] as const;
    }

export const getListUndeliveredQueryKey = (endpointId: string,
    params?: ListUndeliveredParams,) => {
    return [
    `/api/v1/endpoints/${endpointId}/undelivered`, ...(params ? [params] : [])
    ] as const;
    }


export const getListUndeliveredInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listUndelivered>>, ListUndeliveredParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListUndeliveredInfiniteQueryKey(endpointId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listUndelivered>>, QueryKey, ListUndeliveredParams['cursor']> = ({ signal, pageParam }) => listUndelivered(endpointId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListUndeliveredInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listUndelivered>>>
export type ListUndeliveredInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListUndeliveredInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listUndelivered>>, ListUndeliveredParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params: undefined |  ListUndeliveredParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listUndelivered>>,
          TError,
          Awaited<ReturnType<typeof listUndelivered>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListUndeliveredInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listUndelivered>>, ListUndeliveredParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listUndelivered>>,
          TError,
          Awaited<ReturnType<typeof listUndelivered>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListUndeliveredInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listUndelivered>>, ListUndeliveredParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what an endpoint still misses, and why
 */

export function useListUndeliveredInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listUndelivered>>, ListUndeliveredParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData, QueryKey, ListUndeliveredParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListUndeliveredInfiniteQueryOptions(endpointId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListUndeliveredQueryOptions = <TData = Awaited<ReturnType<typeof listUndelivered>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListUndeliveredQueryKey(endpointId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listUndelivered>>> = ({ signal }) => listUndelivered(endpointId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: endpointId !== null && endpointId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListUndeliveredQueryResult = NonNullable<Awaited<ReturnType<typeof listUndelivered>>>
export type ListUndeliveredQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListUndelivered<TData = Awaited<ReturnType<typeof listUndelivered>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params: undefined |  ListUndeliveredParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listUndelivered>>,
          TError,
          Awaited<ReturnType<typeof listUndelivered>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListUndelivered<TData = Awaited<ReturnType<typeof listUndelivered>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listUndelivered>>,
          TError,
          Awaited<ReturnType<typeof listUndelivered>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListUndelivered<TData = Awaited<ReturnType<typeof listUndelivered>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what an endpoint still misses, and why
 */

export function useListUndelivered<TData = Awaited<ReturnType<typeof listUndelivered>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 endpointId: string,
    params?: ListUndeliveredParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listUndelivered>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListUndeliveredQueryOptions(endpointId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getRedriveUndeliveredMutationKey = () => ['redriveUndelivered'] as const;

export const getRedriveUndeliveredMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof redriveUndelivered>>, TError,RedriveUndeliveredMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof redriveUndelivered>>, TError,RedriveUndeliveredMutationVariables, TContext> => {

const mutationKey = getRedriveUndeliveredMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof redriveUndelivered>>, RedriveUndeliveredMutationVariables> = (props) => {
          const {endpointId,data} = props ?? {};

          return  redriveUndelivered(endpointId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RedriveUndeliveredMutationResult = NonNullable<Awaited<ReturnType<typeof redriveUndelivered>>>
    export type RedriveUndeliveredMutationBody = Redrive
    export type RedriveUndeliveredMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type RedriveUndeliveredMutationVariables = {endpointId: string;data: Redrive}

    /**
 * @summary Send again what an endpoint misses
 */
export const useRedriveUndelivered = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof redriveUndelivered>>, TError,RedriveUndeliveredMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof redriveUndelivered>>,
        TError,
        RedriveUndeliveredMutationVariables,
        TContext
      > => {
      return useMutation(getRedriveUndeliveredMutationOptions(options), queryClient);
    }

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





export const getRedriveFilteredMutationKey = () => ['redriveFiltered'] as const;

export const getRedriveFilteredMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof redriveFiltered>>, TError,RedriveFilteredMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof redriveFiltered>>, TError,RedriveFilteredMutationVariables, TContext> => {

const mutationKey = getRedriveFilteredMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof redriveFiltered>>, RedriveFilteredMutationVariables> = (props) => {
          const {endpointId,data} = props ?? {};

          return  redriveFiltered(endpointId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RedriveFilteredMutationResult = NonNullable<Awaited<ReturnType<typeof redriveFiltered>>>
    export type RedriveFilteredMutationBody = RedriveFiltered
    export type RedriveFilteredMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type RedriveFilteredMutationVariables = {endpointId: string;data: RedriveFiltered}

    /**
 * @summary Send what an endpoint's filters left out
 */
export const useRedriveFiltered = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof redriveFiltered>>, TError,RedriveFilteredMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof redriveFiltered>>,
        TError,
        RedriveFilteredMutationVariables,
        TContext
      > => {
      return useMutation(getRedriveFilteredMutationOptions(options), queryClient);
    }

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





export const getListSourcesInfiniteQueryKey = (params?: ListSourcesParams,) => {
    return [
    'infinite', `/api/v1/sources`, ...(params ? [params] : [])
    ] as const;
    }

export const getListSourcesQueryKey = (params?: ListSourcesParams,) => {
    return [
    `/api/v1/sources`, ...(params ? [params] : [])
    ] as const;
    }


export const getListSourcesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listSources>>, ListSourcesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListSourcesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSourcesInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSources>>, QueryKey, ListSourcesParams['cursor']> = ({ signal, pageParam }) => listSources({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSourcesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listSources>>>
export type ListSourcesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSourcesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSources>>, ListSourcesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListSourcesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSources>>,
          TError,
          Awaited<ReturnType<typeof listSources>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourcesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSources>>, ListSourcesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSources>>,
          TError,
          Awaited<ReturnType<typeof listSources>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourcesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSources>>, ListSourcesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List sources, newest first
 */

export function useListSourcesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSources>>, ListSourcesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData, QueryKey, ListSourcesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSourcesInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListSourcesQueryOptions = <TData = Awaited<ReturnType<typeof listSources>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListSourcesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSourcesQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSources>>> = ({ signal }) => listSources(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSourcesQueryResult = NonNullable<Awaited<ReturnType<typeof listSources>>>
export type ListSourcesQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSources<TData = Awaited<ReturnType<typeof listSources>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListSourcesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSources>>,
          TError,
          Awaited<ReturnType<typeof listSources>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSources<TData = Awaited<ReturnType<typeof listSources>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSources>>,
          TError,
          Awaited<ReturnType<typeof listSources>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSources<TData = Awaited<ReturnType<typeof listSources>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List sources, newest first
 */

export function useListSources<TData = Awaited<ReturnType<typeof listSources>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListSourcesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSources>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSourcesQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateSourceMutationKey = () => ['createSource'] as const;

export const getCreateSourceMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createSource>>, TError,CreateSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createSource>>, TError,CreateSourceMutationVariables, TContext> => {

const mutationKey = getCreateSourceMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createSource>>, CreateSourceMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createSource(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateSourceMutationResult = NonNullable<Awaited<ReturnType<typeof createSource>>>
    export type CreateSourceMutationBody = NewSource
    export type CreateSourceMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateSourceMutationVariables = {data: NewSource}

    /**
 * @summary Create a source
 */
export const useCreateSource = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createSource>>, TError,CreateSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createSource>>,
        TError,
        CreateSourceMutationVariables,
        TContext
      > => {
      return useMutation(getCreateSourceMutationOptions(options), queryClient);
    }

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





export const getGetSourceQueryKey = (sourceId: string,) => {
    return [
    `/api/v1/sources/${sourceId}`
    ] as const;
    }


export const getGetSourceQueryOptions = <TData = Awaited<ReturnType<typeof getSource>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetSourceQueryKey(sourceId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getSource>>> = ({ signal }) => getSource(sourceId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: sourceId !== null && sourceId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetSourceQueryResult = NonNullable<Awaited<ReturnType<typeof getSource>>>
export type GetSourceQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetSource<TData = Awaited<ReturnType<typeof getSource>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSource>>,
          TError,
          Awaited<ReturnType<typeof getSource>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSource<TData = Awaited<ReturnType<typeof getSource>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSource>>,
          TError,
          Awaited<ReturnType<typeof getSource>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSource<TData = Awaited<ReturnType<typeof getSource>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a source
 */

export function useGetSource<TData = Awaited<ReturnType<typeof getSource>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSource>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetSourceQueryOptions(sourceId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeSourceMutationKey = () => ['changeSource'] as const;

export const getChangeSourceMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSource>>, TError,ChangeSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeSource>>, TError,ChangeSourceMutationVariables, TContext> => {

const mutationKey = getChangeSourceMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeSource>>, ChangeSourceMutationVariables> = (props) => {
          const {sourceId,data} = props ?? {};

          return  changeSource(sourceId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeSourceMutationResult = NonNullable<Awaited<ReturnType<typeof changeSource>>>
    export type ChangeSourceMutationBody = SourceChange
    export type ChangeSourceMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeSourceMutationVariables = {sourceId: string;data: SourceChange}

    /**
 * @summary Change a source
 */
export const useChangeSource = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSource>>, TError,ChangeSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeSource>>,
        TError,
        ChangeSourceMutationVariables,
        TContext
      > => {
      return useMutation(getChangeSourceMutationOptions(options), queryClient);
    }

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





export const getDeleteSourceMutationKey = () => ['deleteSource'] as const;

export const getDeleteSourceMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteSource>>, TError,DeleteSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof deleteSource>>, TError,DeleteSourceMutationVariables, TContext> => {

const mutationKey = getDeleteSourceMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof deleteSource>>, DeleteSourceMutationVariables> = (props) => {
          const {sourceId} = props ?? {};

          return  deleteSource(sourceId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type DeleteSourceMutationResult = NonNullable<Awaited<ReturnType<typeof deleteSource>>>

    export type DeleteSourceMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type DeleteSourceMutationVariables = {sourceId: string}

    /**
 * @summary Delete a source
 */
export const useDeleteSource = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof deleteSource>>, TError,DeleteSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof deleteSource>>,
        TError,
        DeleteSourceMutationVariables,
        TContext
      > => {
      return useMutation(getDeleteSourceMutationOptions(options), queryClient);
    }

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





export const getPauseSourceMutationKey = () => ['pauseSource'] as const;

export const getPauseSourceMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseSource>>, TError,PauseSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof pauseSource>>, TError,PauseSourceMutationVariables, TContext> => {

const mutationKey = getPauseSourceMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof pauseSource>>, PauseSourceMutationVariables> = (props) => {
          const {sourceId} = props ?? {};

          return  pauseSource(sourceId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type PauseSourceMutationResult = NonNullable<Awaited<ReturnType<typeof pauseSource>>>

    export type PauseSourceMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type PauseSourceMutationVariables = {sourceId: string}

    /**
 * @summary Pause a source
 */
export const usePauseSource = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof pauseSource>>, TError,PauseSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof pauseSource>>,
        TError,
        PauseSourceMutationVariables,
        TContext
      > => {
      return useMutation(getPauseSourceMutationOptions(options), queryClient);
    }

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





export const getResumeSourceMutationKey = () => ['resumeSource'] as const;

export const getResumeSourceMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeSource>>, TError,ResumeSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof resumeSource>>, TError,ResumeSourceMutationVariables, TContext> => {

const mutationKey = getResumeSourceMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof resumeSource>>, ResumeSourceMutationVariables> = (props) => {
          const {sourceId} = props ?? {};

          return  resumeSource(sourceId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ResumeSourceMutationResult = NonNullable<Awaited<ReturnType<typeof resumeSource>>>

    export type ResumeSourceMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type ResumeSourceMutationVariables = {sourceId: string}

    /**
 * @summary Resume a source
 */
export const useResumeSource = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof resumeSource>>, TError,ResumeSourceMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof resumeSource>>,
        TError,
        ResumeSourceMutationVariables,
        TContext
      > => {
      return useMutation(getResumeSourceMutationOptions(options), queryClient);
    }

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





export const getListSourceRequestsInfiniteQueryKey = (sourceId: string,
    params?: ListSourceRequestsParams,) => {
    return [
    'infinite', `/api/v1/sources/${sourceId}/requests`, ...(params ? [params] : [])
    ] as const;
    }

export const getListSourceRequestsQueryKey = (sourceId: string,
    params?: ListSourceRequestsParams,) => {
    return [
    `/api/v1/sources/${sourceId}/requests`, ...(params ? [params] : [])
    ] as const;
    }


export const getListSourceRequestsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listSourceRequests>>, ListSourceRequestsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSourceRequestsInfiniteQueryKey(sourceId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSourceRequests>>, QueryKey, ListSourceRequestsParams['cursor']> = ({ signal, pageParam }) => listSourceRequests(sourceId,{...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: sourceId !== null && sourceId !== undefined,  getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSourceRequestsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listSourceRequests>>>
export type ListSourceRequestsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSourceRequestsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSourceRequests>>, ListSourceRequestsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params: undefined |  ListSourceRequestsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSourceRequests>>,
          TError,
          Awaited<ReturnType<typeof listSourceRequests>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourceRequestsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSourceRequests>>, ListSourceRequestsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSourceRequests>>,
          TError,
          Awaited<ReturnType<typeof listSourceRequests>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourceRequestsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSourceRequests>>, ListSourceRequestsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what came in, newest first
 */

export function useListSourceRequestsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listSourceRequests>>, ListSourceRequestsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData, QueryKey, ListSourceRequestsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSourceRequestsInfiniteQueryOptions(sourceId,params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListSourceRequestsQueryOptions = <TData = Awaited<ReturnType<typeof listSourceRequests>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListSourceRequestsQueryKey(sourceId,params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listSourceRequests>>> = ({ signal }) => listSourceRequests(sourceId,params, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: sourceId !== null && sourceId !== undefined,  ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListSourceRequestsQueryResult = NonNullable<Awaited<ReturnType<typeof listSourceRequests>>>
export type ListSourceRequestsQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListSourceRequests<TData = Awaited<ReturnType<typeof listSourceRequests>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params: undefined |  ListSourceRequestsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSourceRequests>>,
          TError,
          Awaited<ReturnType<typeof listSourceRequests>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourceRequests<TData = Awaited<ReturnType<typeof listSourceRequests>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listSourceRequests>>,
          TError,
          Awaited<ReturnType<typeof listSourceRequests>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListSourceRequests<TData = Awaited<ReturnType<typeof listSourceRequests>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what came in, newest first
 */

export function useListSourceRequests<TData = Awaited<ReturnType<typeof listSourceRequests>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    params?: ListSourceRequestsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listSourceRequests>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListSourceRequestsQueryOptions(sourceId,params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getGetSourceRequestQueryKey = (sourceId: string,
    requestId: string,) => {
    return [
    `/api/v1/sources/${sourceId}/requests/${requestId}`
    ] as const;
    }


export const getGetSourceRequestQueryOptions = <TData = Awaited<ReturnType<typeof getSourceRequest>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(sourceId: string,
    requestId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetSourceRequestQueryKey(sourceId,requestId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getSourceRequest>>> = ({ signal }) => getSourceRequest(sourceId,requestId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: sourceId !== null && sourceId !== undefined && requestId !== null && requestId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetSourceRequestQueryResult = NonNullable<Awaited<ReturnType<typeof getSourceRequest>>>
export type GetSourceRequestQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetSourceRequest<TData = Awaited<ReturnType<typeof getSourceRequest>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    requestId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSourceRequest>>,
          TError,
          Awaited<ReturnType<typeof getSourceRequest>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSourceRequest<TData = Awaited<ReturnType<typeof getSourceRequest>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    requestId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSourceRequest>>,
          TError,
          Awaited<ReturnType<typeof getSourceRequest>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSourceRequest<TData = Awaited<ReturnType<typeof getSourceRequest>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    requestId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get a request
 */

export function useGetSourceRequest<TData = Awaited<ReturnType<typeof getSourceRequest>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string,
    requestId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceRequest>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetSourceRequestQueryOptions(sourceId,requestId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getReplaySourceRequestMutationKey = () => ['replaySourceRequest'] as const;

export const getReplaySourceRequestMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof replaySourceRequest>>, TError,ReplaySourceRequestMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof replaySourceRequest>>, TError,ReplaySourceRequestMutationVariables, TContext> => {

const mutationKey = getReplaySourceRequestMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof replaySourceRequest>>, ReplaySourceRequestMutationVariables> = (props) => {
          const {sourceId,requestId,data} = props ?? {};

          return  replaySourceRequest(sourceId,requestId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ReplaySourceRequestMutationResult = NonNullable<Awaited<ReturnType<typeof replaySourceRequest>>>
    export type ReplaySourceRequestMutationBody = WhyAgain
    export type ReplaySourceRequestMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ReplaySourceRequestMutationVariables = {sourceId: string;requestId: string;data: WhyAgain}

    /**
 * @summary Publish a request again
 */
export const useReplaySourceRequest = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof replaySourceRequest>>, TError,ReplaySourceRequestMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof replaySourceRequest>>,
        TError,
        ReplaySourceRequestMutationVariables,
        TContext
      > => {
      return useMutation(getReplaySourceRequestMutationOptions(options), queryClient);
    }

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





export const getGetSourceSecretQueryKey = (sourceId: string,) => {
    return [
    `/api/v1/sources/${sourceId}/secret`
    ] as const;
    }


export const getGetSourceSecretQueryOptions = <TData = Awaited<ReturnType<typeof getSourceSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetSourceSecretQueryKey(sourceId);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getSourceSecret>>> = ({ signal }) => getSourceSecret(sourceId, { signal, ...requestOptions });





   return  { queryKey, queryFn, enabled: sourceId !== null && sourceId !== undefined, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetSourceSecretQueryResult = NonNullable<Awaited<ReturnType<typeof getSourceSecret>>>
export type GetSourceSecretQueryError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetSourceSecret<TData = Awaited<ReturnType<typeof getSourceSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSourceSecret>>,
          TError,
          Awaited<ReturnType<typeof getSourceSecret>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSourceSecret<TData = Awaited<ReturnType<typeof getSourceSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSourceSecret>>,
          TError,
          Awaited<ReturnType<typeof getSourceSecret>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSourceSecret<TData = Awaited<ReturnType<typeof getSourceSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Read a source's address and secrets
 */

export function useGetSourceSecret<TData = Awaited<ReturnType<typeof getSourceSecret>>, TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 sourceId: string, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSourceSecret>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetSourceSecretQueryOptions(sourceId,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getRotateSourceSecretMutationKey = () => ['rotateSourceSecret'] as const;

export const getRotateSourceSecretMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof rotateSourceSecret>>, TError,RotateSourceSecretMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof rotateSourceSecret>>, TError,RotateSourceSecretMutationVariables, TContext> => {

const mutationKey = getRotateSourceSecretMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof rotateSourceSecret>>, RotateSourceSecretMutationVariables> = (props) => {
          const {sourceId,data} = props ?? {};

          return  rotateSourceSecret(sourceId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RotateSourceSecretMutationResult = NonNullable<Awaited<ReturnType<typeof rotateSourceSecret>>>
    export type RotateSourceSecretMutationBody = SourceRotation
    export type RotateSourceSecretMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type RotateSourceSecretMutationVariables = {sourceId: string;data: SourceRotation}

    /**
 * @summary Set or rotate a source's secret
 */
export const useRotateSourceSecret = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof rotateSourceSecret>>, TError,RotateSourceSecretMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof rotateSourceSecret>>,
        TError,
        RotateSourceSecretMutationVariables,
        TContext
      > => {
      return useMutation(getRotateSourceSecretMutationOptions(options), queryClient);
    }

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





export const getListAuditInfiniteQueryKey = (params?: ListAuditParams,) => {
    return [
    'infinite', `/api/v1/audit`, ...(params ? [params] : [])
    ] as const;
    }

export const getListAuditQueryKey = (params?: ListAuditParams,) => {
    return [
    `/api/v1/audit`, ...(params ? [params] : [])
    ] as const;
    }


export const getListAuditInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listAudit>>, ListAuditParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListAuditParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListAuditInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listAudit>>, QueryKey, ListAuditParams['cursor']> = ({ signal, pageParam }) => listAudit({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListAuditInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listAudit>>>
export type ListAuditInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListAuditInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAudit>>, ListAuditParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListAuditParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAudit>>,
          TError,
          Awaited<ReturnType<typeof listAudit>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAuditInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAudit>>, ListAuditParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAudit>>,
          TError,
          Awaited<ReturnType<typeof listAudit>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAuditInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAudit>>, ListAuditParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what people and keys did, newest first
 */

export function useListAuditInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listAudit>>, ListAuditParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData, QueryKey, ListAuditParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListAuditInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListAuditQueryOptions = <TData = Awaited<ReturnType<typeof listAudit>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListAuditParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListAuditQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listAudit>>> = ({ signal }) => listAudit(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListAuditQueryResult = NonNullable<Awaited<ReturnType<typeof listAudit>>>
export type ListAuditQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListAudit<TData = Awaited<ReturnType<typeof listAudit>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListAuditParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAudit>>,
          TError,
          Awaited<ReturnType<typeof listAudit>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAudit<TData = Awaited<ReturnType<typeof listAudit>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listAudit>>,
          TError,
          Awaited<ReturnType<typeof listAudit>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListAudit<TData = Awaited<ReturnType<typeof listAudit>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List what people and keys did, newest first
 */

export function useListAudit<TData = Awaited<ReturnType<typeof listAudit>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListAuditParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listAudit>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListAuditQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateTicketMutationKey = () => ['createTicket'] as const;

export const getCreateTicketMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createTicket>>, TError,CreateTicketMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createTicket>>, TError,CreateTicketMutationVariables, TContext> => {

const mutationKey = getCreateTicketMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createTicket>>, CreateTicketMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createTicket(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateTicketMutationResult = NonNullable<Awaited<ReturnType<typeof createTicket>>>
    export type CreateTicketMutationBody = NewTicket
    export type CreateTicketMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateTicketMutationVariables = {data: NewTicket}

    /**
 * @summary Get a ticket for the stream
 */
export const useCreateTicket = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createTicket>>, TError,CreateTicketMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createTicket>>,
        TError,
        CreateTicketMutationVariables,
        TContext
      > => {
      return useMutation(getCreateTicketMutationOptions(options), queryClient);
    }

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





export const getListKeysInfiniteQueryKey = (params?: ListKeysParams,) => {
    return [
    'infinite', `/api/v1/keys`, ...(params ? [params] : [])
    ] as const;
    }

export const getListKeysQueryKey = (params?: ListKeysParams,) => {
    return [
    `/api/v1/keys`, ...(params ? [params] : [])
    ] as const;
    }


export const getListKeysInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listKeys>>, ListKeysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListKeysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListKeysInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listKeys>>, QueryKey, ListKeysParams['cursor']> = ({ signal, pageParam }) => listKeys({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListKeysInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listKeys>>>
export type ListKeysInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListKeysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listKeys>>, ListKeysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListKeysParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listKeys>>,
          TError,
          Awaited<ReturnType<typeof listKeys>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListKeysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listKeys>>, ListKeysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listKeys>>,
          TError,
          Awaited<ReturnType<typeof listKeys>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListKeysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listKeys>>, ListKeysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List API keys, newest first
 */

export function useListKeysInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listKeys>>, ListKeysParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData, QueryKey, ListKeysParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListKeysInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListKeysQueryOptions = <TData = Awaited<ReturnType<typeof listKeys>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListKeysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListKeysQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listKeys>>> = ({ signal }) => listKeys(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListKeysQueryResult = NonNullable<Awaited<ReturnType<typeof listKeys>>>
export type ListKeysQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListKeys<TData = Awaited<ReturnType<typeof listKeys>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListKeysParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listKeys>>,
          TError,
          Awaited<ReturnType<typeof listKeys>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListKeys<TData = Awaited<ReturnType<typeof listKeys>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listKeys>>,
          TError,
          Awaited<ReturnType<typeof listKeys>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListKeys<TData = Awaited<ReturnType<typeof listKeys>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List API keys, newest first
 */

export function useListKeys<TData = Awaited<ReturnType<typeof listKeys>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListKeysParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listKeys>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListKeysQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getCreateKeyMutationKey = () => ['createKey'] as const;

export const getCreateKeyMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createKey>>, TError,CreateKeyMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof createKey>>, TError,CreateKeyMutationVariables, TContext> => {

const mutationKey = getCreateKeyMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof createKey>>, CreateKeyMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  createKey(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type CreateKeyMutationResult = NonNullable<Awaited<ReturnType<typeof createKey>>>
    export type CreateKeyMutationBody = NewKey
    export type CreateKeyMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type CreateKeyMutationVariables = {data: NewKey}

    /**
 * @summary Create an API key
 */
export const useCreateKey = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof createKey>>, TError,CreateKeyMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof createKey>>,
        TError,
        CreateKeyMutationVariables,
        TContext
      > => {
      return useMutation(getCreateKeyMutationOptions(options), queryClient);
    }

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





export const getRevokeKeyMutationKey = () => ['revokeKey'] as const;

export const getRevokeKeyMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof revokeKey>>, TError,RevokeKeyMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof revokeKey>>, TError,RevokeKeyMutationVariables, TContext> => {

const mutationKey = getRevokeKeyMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof revokeKey>>, RevokeKeyMutationVariables> = (props) => {
          const {keyId} = props ?? {};

          return  revokeKey(keyId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RevokeKeyMutationResult = NonNullable<Awaited<ReturnType<typeof revokeKey>>>

    export type RevokeKeyMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type RevokeKeyMutationVariables = {keyId: string}

    /**
 * @summary Revoke an API key
 */
export const useRevokeKey = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof revokeKey>>, TError,RevokeKeyMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof revokeKey>>,
        TError,
        RevokeKeyMutationVariables,
        TContext
      > => {
      return useMutation(getRevokeKeyMutationOptions(options), queryClient);
    }

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





export const getSignInMutationKey = () => ['signIn'] as const;

export const getSignInMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof signIn>>, TError,SignInMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof signIn>>, TError,SignInMutationVariables, TContext> => {

const mutationKey = getSignInMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof signIn>>, SignInMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  signIn(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type SignInMutationResult = NonNullable<Awaited<ReturnType<typeof signIn>>>
    export type SignInMutationBody = Credentials
    export type SignInMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>
    export type SignInMutationVariables = {data: Credentials}

    /**
 * @summary Sign an operator in
 */
export const useSignIn = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof signIn>>, TError,SignInMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof signIn>>,
        TError,
        SignInMutationVariables,
        TContext
      > => {
      return useMutation(getSignInMutationOptions(options), queryClient);
    }

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





export const getRefreshMutationKey = () => ['refresh'] as const;

export const getRefreshMutationOptions = <TError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof refresh>>, TError,RefreshMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof refresh>>, TError,RefreshMutationVariables, TContext> => {

const mutationKey = getRefreshMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof refresh>>, RefreshMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  refresh(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RefreshMutationResult = NonNullable<Awaited<ReturnType<typeof refresh>>>
    export type RefreshMutationBody = RefreshIn
    export type RefreshMutationError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type RefreshMutationVariables = {data: RefreshIn}

    /**
 * @summary Exchange a refresh token for new tokens
 */
export const useRefresh = <TError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof refresh>>, TError,RefreshMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof refresh>>,
        TError,
        RefreshMutationVariables,
        TContext
      > => {
      return useMutation(getRefreshMutationOptions(options), queryClient);
    }

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





export const getSignOutMutationKey = () => ['signOut'] as const;

export const getSignOutMutationOptions = <TError = ErrorType<N400Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof signOut>>, TError,SignOutMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof signOut>>, TError,SignOutMutationVariables, TContext> => {

const mutationKey = getSignOutMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof signOut>>, SignOutMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  signOut(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type SignOutMutationResult = NonNullable<Awaited<ReturnType<typeof signOut>>>
    export type SignOutMutationBody = RefreshIn
    export type SignOutMutationError = ErrorType<N400Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type SignOutMutationVariables = {data: RefreshIn}

    /**
 * @summary Sign out
 */
export const useSignOut = <TError = ErrorType<N400Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof signOut>>, TError,SignOutMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof signOut>>,
        TError,
        SignOutMutationVariables,
        TContext
      > => {
      return useMutation(getSignOutMutationOptions(options), queryClient);
    }

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





export const getGetMeQueryKey = () => {
    return [
    `/api/v1/me`
    ] as const;
    }


export const getGetMeQueryOptions = <TData = Awaited<ReturnType<typeof getMe>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetMeQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getMe>>> = ({ signal }) => getMe({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetMeQueryResult = NonNullable<Awaited<ReturnType<typeof getMe>>>
export type GetMeQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetMe<TData = Awaited<ReturnType<typeof getMe>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getMe>>,
          TError,
          Awaited<ReturnType<typeof getMe>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetMe<TData = Awaited<ReturnType<typeof getMe>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getMe>>,
          TError,
          Awaited<ReturnType<typeof getMe>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetMe<TData = Awaited<ReturnType<typeof getMe>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Who am I
 */

export function useGetMe<TData = Awaited<ReturnType<typeof getMe>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getMe>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetMeQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getListOperatorsInfiniteQueryKey = (params?: ListOperatorsParams,) => {
    return [
    'infinite', `/api/v1/operators`, ...(params ? [params] : [])
    ] as const;
    }

export const getListOperatorsQueryKey = (params?: ListOperatorsParams,) => {
    return [
    `/api/v1/operators`, ...(params ? [params] : [])
    ] as const;
    }


export const getListOperatorsInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listOperators>>, ListOperatorsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListOperatorsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListOperatorsInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listOperators>>, QueryKey, ListOperatorsParams['cursor']> = ({ signal, pageParam }) => listOperators({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListOperatorsInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listOperators>>>
export type ListOperatorsInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListOperatorsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listOperators>>, ListOperatorsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListOperatorsParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listOperators>>,
          TError,
          Awaited<ReturnType<typeof listOperators>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListOperatorsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listOperators>>, ListOperatorsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listOperators>>,
          TError,
          Awaited<ReturnType<typeof listOperators>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListOperatorsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listOperators>>, ListOperatorsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List the tenant's operators, newest first
 */

export function useListOperatorsInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listOperators>>, ListOperatorsParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData, QueryKey, ListOperatorsParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListOperatorsInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListOperatorsQueryOptions = <TData = Awaited<ReturnType<typeof listOperators>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListOperatorsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListOperatorsQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listOperators>>> = ({ signal }) => listOperators(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListOperatorsQueryResult = NonNullable<Awaited<ReturnType<typeof listOperators>>>
export type ListOperatorsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListOperators<TData = Awaited<ReturnType<typeof listOperators>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListOperatorsParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listOperators>>,
          TError,
          Awaited<ReturnType<typeof listOperators>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListOperators<TData = Awaited<ReturnType<typeof listOperators>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listOperators>>,
          TError,
          Awaited<ReturnType<typeof listOperators>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListOperators<TData = Awaited<ReturnType<typeof listOperators>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List the tenant's operators, newest first
 */

export function useListOperators<TData = Awaited<ReturnType<typeof listOperators>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListOperatorsParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listOperators>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListOperatorsQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getInviteOperatorMutationKey = () => ['inviteOperator'] as const;

export const getInviteOperatorMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof inviteOperator>>, TError,InviteOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof inviteOperator>>, TError,InviteOperatorMutationVariables, TContext> => {

const mutationKey = getInviteOperatorMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof inviteOperator>>, InviteOperatorMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  inviteOperator(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type InviteOperatorMutationResult = NonNullable<Awaited<ReturnType<typeof inviteOperator>>>
    export type InviteOperatorMutationBody = NewInvite
    export type InviteOperatorMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type InviteOperatorMutationVariables = {data: NewInvite}

    /**
 * @summary Invite an operator
 */
export const useInviteOperator = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof inviteOperator>>, TError,InviteOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof inviteOperator>>,
        TError,
        InviteOperatorMutationVariables,
        TContext
      > => {
      return useMutation(getInviteOperatorMutationOptions(options), queryClient);
    }

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





export const getAcceptInviteMutationKey = () => ['acceptInvite'] as const;

export const getAcceptInviteMutationOptions = <TError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof acceptInvite>>, TError,AcceptInviteMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof acceptInvite>>, TError,AcceptInviteMutationVariables, TContext> => {

const mutationKey = getAcceptInviteMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof acceptInvite>>, AcceptInviteMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  acceptInvite(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type AcceptInviteMutationResult = NonNullable<Awaited<ReturnType<typeof acceptInvite>>>
    export type AcceptInviteMutationBody = Acceptance
    export type AcceptInviteMutationError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>
    export type AcceptInviteMutationVariables = {data: Acceptance}

    /**
 * @summary Accept an invite
 */
export const useAcceptInvite = <TError = ErrorType<N400Response | N401Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof acceptInvite>>, TError,AcceptInviteMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof acceptInvite>>,
        TError,
        AcceptInviteMutationVariables,
        TContext
      > => {
      return useMutation(getAcceptInviteMutationOptions(options), queryClient);
    }

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





export const getChangePasswordMutationKey = () => ['changePassword'] as const;

export const getChangePasswordMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changePassword>>, TError,ChangePasswordMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changePassword>>, TError,ChangePasswordMutationVariables, TContext> => {

const mutationKey = getChangePasswordMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changePassword>>, ChangePasswordMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  changePassword(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangePasswordMutationResult = NonNullable<Awaited<ReturnType<typeof changePassword>>>
    export type ChangePasswordMutationBody = PasswordChange
    export type ChangePasswordMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>
    export type ChangePasswordMutationVariables = {data: PasswordChange}

    /**
 * @summary Change one's own password
 */
export const useChangePassword = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N429Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changePassword>>, TError,ChangePasswordMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changePassword>>,
        TError,
        ChangePasswordMutationVariables,
        TContext
      > => {
      return useMutation(getChangePasswordMutationOptions(options), queryClient);
    }

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





export const getListInvitesInfiniteQueryKey = (params?: ListInvitesParams,) => {
    return [
    'infinite', `/api/v1/operators/invites`, ...(params ? [params] : [])
    ] as const;
    }

export const getListInvitesQueryKey = (params?: ListInvitesParams,) => {
    return [
    `/api/v1/operators/invites`, ...(params ? [params] : [])
    ] as const;
    }


export const getListInvitesInfiniteQueryOptions = <TData = InfiniteData<Awaited<ReturnType<typeof listInvites>>, ListInvitesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListInvitesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListInvitesInfiniteQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listInvites>>, QueryKey, ListInvitesParams['cursor']> = ({ signal, pageParam }) => listInvites({...params, 'cursor': pageParam ?? params?.['cursor']}, { signal, ...requestOptions });





   return  { queryKey, queryFn,   getNextPageParam: (page) => page.next_cursor ?? undefined,  ...queryOptions} as UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListInvitesInfiniteQueryResult = NonNullable<Awaited<ReturnType<typeof listInvites>>>
export type ListInvitesInfiniteQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListInvitesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listInvites>>, ListInvitesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListInvitesParams, options: { query:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listInvites>>,
          TError,
          Awaited<ReturnType<typeof listInvites>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListInvitesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listInvites>>, ListInvitesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listInvites>>,
          TError,
          Awaited<ReturnType<typeof listInvites>>, QueryKey
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListInvitesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listInvites>>, ListInvitesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List invites that nobody has accepted yet, newest first
 */

export function useListInvitesInfinite<TData = InfiniteData<Awaited<ReturnType<typeof listInvites>>, ListInvitesParams['cursor']>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseInfiniteQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData, QueryKey, ListInvitesParams['cursor']>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListInvitesInfiniteQueryOptions(params,options)

  const query = useInfiniteQuery(queryOptions, queryClient) as  UseInfiniteQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}






export const getListInvitesQueryOptions = <TData = Awaited<ReturnType<typeof listInvites>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(params?: ListInvitesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getListInvitesQueryKey(params);



    const queryFn: QueryFunction<Awaited<ReturnType<typeof listInvites>>> = ({ signal }) => listInvites(params, { signal, ...requestOptions });





   return  { queryKey, queryFn,   ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type ListInvitesQueryResult = NonNullable<Awaited<ReturnType<typeof listInvites>>>
export type ListInvitesQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useListInvites<TData = Awaited<ReturnType<typeof listInvites>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params: undefined |  ListInvitesParams, options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof listInvites>>,
          TError,
          Awaited<ReturnType<typeof listInvites>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListInvites<TData = Awaited<ReturnType<typeof listInvites>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof listInvites>>,
          TError,
          Awaited<ReturnType<typeof listInvites>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useListInvites<TData = Awaited<ReturnType<typeof listInvites>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary List invites that nobody has accepted yet, newest first
 */

export function useListInvites<TData = Awaited<ReturnType<typeof listInvites>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
 params?: ListInvitesParams, options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof listInvites>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getListInvitesQueryOptions(params,options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getWithdrawInviteMutationKey = () => ['withdrawInvite'] as const;

export const getWithdrawInviteMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof withdrawInvite>>, TError,WithdrawInviteMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof withdrawInvite>>, TError,WithdrawInviteMutationVariables, TContext> => {

const mutationKey = getWithdrawInviteMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof withdrawInvite>>, WithdrawInviteMutationVariables> = (props) => {
          const {inviteId} = props ?? {};

          return  withdrawInvite(inviteId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type WithdrawInviteMutationResult = NonNullable<Awaited<ReturnType<typeof withdrawInvite>>>

    export type WithdrawInviteMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>
    export type WithdrawInviteMutationVariables = {inviteId: string}

    /**
 * @summary Withdraw an invite
 */
export const useWithdrawInvite = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof withdrawInvite>>, TError,WithdrawInviteMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof withdrawInvite>>,
        TError,
        WithdrawInviteMutationVariables,
        TContext
      > => {
      return useMutation(getWithdrawInviteMutationOptions(options), queryClient);
    }

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





export const getChangeOperatorMutationKey = () => ['changeOperator'] as const;

export const getChangeOperatorMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeOperator>>, TError,ChangeOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeOperator>>, TError,ChangeOperatorMutationVariables, TContext> => {

const mutationKey = getChangeOperatorMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeOperator>>, ChangeOperatorMutationVariables> = (props) => {
          const {operatorId,data} = props ?? {};

          return  changeOperator(operatorId,data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeOperatorMutationResult = NonNullable<Awaited<ReturnType<typeof changeOperator>>>
    export type ChangeOperatorMutationBody = NewRole
    export type ChangeOperatorMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeOperatorMutationVariables = {operatorId: string;data: NewRole}

    /**
 * @summary Change an operator's role
 */
export const useChangeOperator = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeOperator>>, TError,ChangeOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeOperator>>,
        TError,
        ChangeOperatorMutationVariables,
        TContext
      > => {
      return useMutation(getChangeOperatorMutationOptions(options), queryClient);
    }

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





export const getRemoveOperatorMutationKey = () => ['removeOperator'] as const;

export const getRemoveOperatorMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof removeOperator>>, TError,RemoveOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof removeOperator>>, TError,RemoveOperatorMutationVariables, TContext> => {

const mutationKey = getRemoveOperatorMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof removeOperator>>, RemoveOperatorMutationVariables> = (props) => {
          const {operatorId} = props ?? {};

          return  removeOperator(operatorId,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type RemoveOperatorMutationResult = NonNullable<Awaited<ReturnType<typeof removeOperator>>>

    export type RemoveOperatorMutationError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>
    export type RemoveOperatorMutationVariables = {operatorId: string}

    /**
 * @summary Remove an operator from the tenant
 */
export const useRemoveOperator = <TError = ErrorType<N400Response | N401Response | N403Response | N404Response | N405Response | N409Response | N413Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof removeOperator>>, TError,RemoveOperatorMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof removeOperator>>,
        TError,
        RemoveOperatorMutationVariables,
        TContext
      > => {
      return useMutation(getRemoveOperatorMutationOptions(options), queryClient);
    }

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





export const getGetSettingsQueryKey = () => {
    return [
    `/api/v1/settings`
    ] as const;
    }


export const getGetSettingsQueryOptions = <TData = Awaited<ReturnType<typeof getSettings>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>( options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
) => {

const {query: queryOptions, request: requestOptions} = options ?? {};

  const queryKey =  queryOptions?.queryKey ?? getGetSettingsQueryKey();



    const queryFn: QueryFunction<Awaited<ReturnType<typeof getSettings>>> = ({ signal }) => getSettings({ signal, ...requestOptions });





   return  { queryKey, queryFn, ...queryOptions} as UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData> & { queryKey: DataTag<QueryKey, TData, TError> }
}

export type GetSettingsQueryResult = NonNullable<Awaited<ReturnType<typeof getSettings>>>
export type GetSettingsQueryError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>


export function useGetSettings<TData = Awaited<ReturnType<typeof getSettings>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options: { query:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData>> & Pick<
        DefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSettings>>,
          TError,
          Awaited<ReturnType<typeof getSettings>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  DefinedUseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSettings<TData = Awaited<ReturnType<typeof getSettings>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData>> & Pick<
        UndefinedInitialDataOptions<
          Awaited<ReturnType<typeof getSettings>>,
          TError,
          Awaited<ReturnType<typeof getSettings>>
        > , 'initialData'
      >, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
export function useGetSettings<TData = Awaited<ReturnType<typeof getSettings>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
  ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> }
/**
 * @summary Get the tenant's settings
 */

export function useGetSettings<TData = Awaited<ReturnType<typeof getSettings>>, TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N422Response | N500Response | N503Response>>(
  options?: { query?:Partial<UseQueryOptions<Awaited<ReturnType<typeof getSettings>>, TError, TData>>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient
 ):  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> } {

  const queryOptions = getGetSettingsQueryOptions(options)

  const query = useQuery(queryOptions, queryClient) as  UseQueryResult<TData, TError> & { queryKey: DataTag<QueryKey, TData, TError> };

  return withQueryKey(query, queryOptions.queryKey);
}







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





export const getChangeSettingsMutationKey = () => ['changeSettings'] as const;

export const getChangeSettingsMutationOptions = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSettings>>, TError,ChangeSettingsMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
): UseMutationOptions<Awaited<ReturnType<typeof changeSettings>>, TError,ChangeSettingsMutationVariables, TContext> => {

const mutationKey = getChangeSettingsMutationKey();
const {mutation: mutationOptions, request: requestOptions} = options ?
      options.mutation && 'mutationKey' in options.mutation && options.mutation.mutationKey ?
      options
      : {...options, mutation: {...options.mutation, mutationKey}}
      : {mutation: { mutationKey, }, request: undefined};




      const mutationFn: MutationFunction<Awaited<ReturnType<typeof changeSettings>>, ChangeSettingsMutationVariables> = (props) => {
          const {data} = props ?? {};

          return  changeSettings(data,requestOptions)
        }






  return  { mutationFn, ...mutationOptions }}

    export type ChangeSettingsMutationResult = NonNullable<Awaited<ReturnType<typeof changeSettings>>>
    export type ChangeSettingsMutationBody = SettingsChange
    export type ChangeSettingsMutationError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>
    export type ChangeSettingsMutationVariables = {data: SettingsChange}

    /**
 * @summary Change the tenant's settings
 */
export const useChangeSettings = <TError = ErrorType<N400Response | N401Response | N403Response | N405Response | N413Response | N415Response | N422Response | N500Response | N503Response>,
    TContext = unknown>(options?: { mutation?:UseMutationOptions<Awaited<ReturnType<typeof changeSettings>>, TError,ChangeSettingsMutationVariables, TContext>, request?: SecondParameter<typeof hubFetch>}
 , queryClient?: QueryClient): UseMutationResult<
        Awaited<ReturnType<typeof changeSettings>>,
        TError,
        ChangeSettingsMutationVariables,
        TContext
      > => {
      return useMutation(getChangeSettingsMutationOptions(options), queryClient);
    }
