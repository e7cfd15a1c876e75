import type { AttemptDetail, HeaderOut } from "@hub/client";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Card } from "@/components/ui/page-header";
import { Badge } from "@/components/ui/state-badge";
import { formatBytes } from "@/lib/format";

/** The request as it was sent, as far as that is known. */
export function RequestSide({ attempt }: { attempt: AttemptDetail }) {
  const { request } = attempt;
  return (
    <Card className="flex flex-col gap-3">
      <p className="font-mono text-xs break-all">
        <span className="font-semibold">POST</span> {request.url}
      </p>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {request.sent === false && (
          <Badge tone="warn" title="It failed before: this is what would have been sent.">
            not a byte was sent
          </Badge>
        )}
        {request.sent === null && <Badge>whether it was sent cannot be told</Badge>}
        {!request.endpoint_unchanged && (
          <Badge tone="warn" title="The endpoint was changed, paused or resumed since.">
            URL and own headers as they are now
          </Badge>
        )}
      </div>
      <Headers headers={request.headers} />
      <Body text={request.body} label="request body" bytes={request.body_bytes}>
        The event is not kept any more.
      </Body>
    </Card>
  );
}

/** What came back. */
export function ResponseSide({ attempt }: { attempt: AttemptDetail }) {
  const headers = Object.entries(attempt.response_headers).map(([name, value]) => ({
    name,
    value: String(value),
  }));
  return (
    <Card className="flex flex-col gap-3">
      <p className="font-mono text-xs">
        {attempt.status_code === null ? (
          <span className="text-muted">No answer</span>
        ) : (
          <>
            <span className="font-semibold">HTTP</span> {attempt.status_code}
          </>
        )}
      </p>
      <Headers headers={headers} />
      <Body text={attempt.response_excerpt} label="response body" note="The first 16 KiB at most.">
        {attempt.status_code === null ? "Nothing came back." : "The answer has no body."}
      </Body>
    </Card>
  );
}

function Headers({ headers }: { headers: HeaderOut[] }) {
  if (headers.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(80px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5 font-mono text-xs">
      {headers.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name.toLowerCase()}</dt>
          <dd className="break-all">{value ?? <span className="text-faint italic">not shown</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

type BodyProps = {
  text: string | null;
  label: string;
  bytes?: number | null;
  note?: string;
  children: ReactNode;
};

function Body({ text, label, bytes, note, children }: BodyProps) {
  if (!text) return <p className="text-sm text-muted">{children}</p>;
  return (
    <div className="flex flex-col gap-1">
      <CodeBlock code={text} label={label} className="[&_pre]:break-all [&_pre]:whitespace-pre-wrap" />
      <p className="text-xs text-muted">{bytes ? `${formatBytes(bytes)}, byte for byte.` : note}</p>
    </div>
  );
}
