import type { JobOut } from "@hub/client";
import { ConnectionName } from "@/components/names/connection-name";
import type { Column } from "@/components/table/types";
import { Id } from "@/components/ui/id";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Duration, Time } from "@/components/ui/time";

/** The columns of the list. */
export const JOB_COLUMNS: Column<JobOut>[] = [
  {
    id: "state",
    header: "State",
    width: "128px",
    phone: "title",
    fixed: true,
    cell: (job) => <StateBadge kind="job" state={job.status} />,
  },
  {
    id: "operation",
    header: "Operation",
    width: "minmax(150px, 1.2fr)",
    cell: (job) => <span className="truncate font-medium">{job.operation}</span>,
  },
  {
    id: "connection",
    header: "Connection",
    width: "minmax(110px, 0.8fr)",
    cell: (job) => (
      <span className="truncate">
        <ConnectionName id={job.connection_id} otherwise={job.connector} />
      </span>
    ),
  },
  {
    id: "why",
    header: "Outcome",
    width: "minmax(180px, 2fr)",
    cell: (job) => <Outcome job={job} />,
  },
  { id: "runs", header: "Runs", width: "60px", align: "end", phone: "hide", cell: (job) => job.runs },
  {
    id: "took",
    header: "Took",
    width: "84px",
    align: "end",
    phone: "hide",
    cell: (job) => <Duration from={job.created_at} to={job.finished_at} />,
  },
  { id: "tags", header: "Tags", optional: true, cell: (job) => <Tags tags={job.tags} /> },
  { id: "id", header: "Id", width: "130px", phone: "hide", cell: (job) => <Id id={job.id} /> },
  {
    id: "created",
    header: "Created",
    width: "112px",
    align: "end",
    cell: (job) => <Time at={job.created_at} />,
  },
];

function Outcome({ job }: { job: JobOut }) {
  const { category, message } = job.error ?? {};
  if (typeof message === "string")
    return (
      <span className="flex min-w-0 items-center gap-2" title={message}>
        {typeof category === "string" && <Badge>{category.replaceAll("_", " ")}</Badge>}
        <span className="truncate text-muted">{message}</span>
      </span>
    );
  if (job.progress && job.status === "running")
    return <span className="truncate text-muted">{job.progress.message}</span>;
  return <span className="text-faint">–</span>;
}

function Tags({ tags }: { tags: string[] }) {
  return <span className="truncate text-muted">{tags.join(", ")}</span>;
}
