import type { ExchangeHeaderOut, ExchangeSideOut } from "@hub/client";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { JsonView } from "@/components/ui/json-view";
import { formatBytes } from "@/lib/format";
import { readable } from "./exchange-words";

type ExchangeSideProps = {
  title: string;
  /** Names the body for screen readers and its copy button. */
  label: string;
  side: ExchangeSideOut | null;
  /** What to say when there is nothing to show. */
  children: ReactNode;
};

/** The headers and the body of a request or an answer. */
export function ExchangeSide({ title, label, side, children }: ExchangeSideProps) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h4 className="flex items-baseline gap-2 text-xs font-medium">
        {title}
        {side?.bytes ? <span className="font-normal text-muted">{formatBytes(side.bytes)}</span> : null}
      </h4>
      {side ? (
        <>
          <Headers headers={side.headers} />
          <Body side={side} label={label} />
        </>
      ) : (
        <p className="text-muted">{children}</p>
      )}
    </section>
  );
}

function Headers({ headers }: { headers: ExchangeHeaderOut[] }) {
  if (headers.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(80px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5 font-mono text-xs">
      {headers.map(({ name, value }, place) => (
        <div key={place} className="contents">
          <dt className="break-all text-muted">{name}</dt>
          <dd className="break-all">{value ?? <span className="text-faint italic">not shown</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ side, label }: { side: ExchangeSideOut; label: string }) {
  if (side.bytes === null) return <p className="text-muted">Its body did not come to its end.</p>;
  if (side.bytes === 0) return <p className="text-muted">No body.</p>;
  if (side.body === null)
    return (
      <p className="text-muted">
        {side.truncated ? "Not kept: the run has too many exchanges." : "Not shown: it is no text."}
      </p>
    );
  const body = readable(side.body);
  return (
    <div className="flex flex-col gap-1">
      {body.kind === "json" ? (
        <JsonView value={body.value} label={label} />
      ) : (
        <CodeBlock code={body.text} label={label} className="[&_pre]:break-all [&_pre]:whitespace-pre-wrap" />
      )}
      {side.truncated && <p className="text-xs text-muted">Only its beginning is kept.</p>}
    </div>
  );
}
