"use client";

import { replaySourceRequest, type RequestDetail } from "@hub/client";
import { useGetSourceRequest } from "@hub/client/react";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Id } from "@/components/ui/id";
import { JsonView } from "@/components/ui/json-view";
import { KeyValue } from "@/components/ui/key-value";
import { Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { useRefresh } from "@/lib/use-refresh";
import { bodyOf } from "./body";
import { Outcomes } from "./outcomes";
import { reasonOf } from "./reasons";

type RequestDialogProps = {
  sourceId: string;
  requestId: string | null;
  onClose: () => void;
  onShow: (id: string) => void;
};

/** One request as it came: verification, headers, body, and what became of it; to be replayed. */
export function RequestDialog({ sourceId, requestId, onClose, onShow }: RequestDialogProps) {
  const request = useGetSourceRequest(sourceId, requestId ?? "", { query: { enabled: requestId !== null } });
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/sources");
  if (requestId === null) return null;
  const footer = (
    <Button
      needs="sources:write"
      onClick={() => setAsking(true)}
      disabled={!request.data || request.data.body_base64 === null}
    >
      <RotateCw aria-hidden /> Replay
    </Button>
  );
  return (
    <>
      <Dialog wide open={!asking} onOpenChange={onClose} title="Request" footer={footer}>
        <Loaded query={request} height={400}>
          {(data) => <Detail request={data} />}
        </Loaded>
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Replay the request?"
        confirm="Replay it"
        reason="required"
        onConfirm={async (reason) => {
          const { request_id: made } = await replaySourceRequest(sourceId, requestId, { reason });
          toast.success("Published again, as a new request.");
          await refresh();
          onShow(made);
        }}
      >
        {request.data?.state === "refused"
          ? "It is verified once more, by today’s secret and options and as of when it came."
          : "Its events are published again, as new ones, and endpoints get them again. What mappings have done is not done twice."}
      </ConfirmDialog>
    </>
  );
}

function Detail({ request }: { request: RequestDetail }) {
  const refused = request.state === "refused";
  const reason = reasonOf(request.reason);
  const body = request.body_base64 === null ? null : bodyOf(request.body_base64);
  return (
    <div className="flex flex-col gap-4">
      <KeyValue
        entries={[
          [
            "Verification",
            <span key="state" className="flex flex-wrap items-center gap-2">
              <StateBadge kind="request" state={request.state} />
              {refused ? reason.title : "The sender is right."}
            </span>,
          ],
          refused ? ["What to do", reason.advice] : null,
          ["Received", <Time key="at" at={request.received_at} absolute />],
          request.provider_id ? ["Sender’s id", <Id key="id" id={request.provider_id} full />] : null,
          request.repeated > 0 ? ["Repeats in it", String(request.repeated)] : null,
          request.duplicate_of ? ["Came before as", <Id key="dup" id={request.duplicate_of} full />] : null,
          request.replay_of ? ["Replays", <Id key="replay" id={request.replay_of} full />] : null,
          request.asked_by ? ["Asked for by", `${request.asked_by}: ${request.asked_why}`] : null,
          ["Request", <Id key="request" id={request.id} full />],
        ]}
      />
      {request.event_ids.length > 0 && (
        <Section title="Events">
          <ul className="divide-y rounded-lg border">
            {request.event_ids.map((id, place) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-1.5">
                <span className="font-mono text-xs">
                  {request.event_types[place] ?? request.event_types[0]}
                </span>
                <Id id={id} link />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {request.outcomes.length > 0 && (
        <Section title="Mappings">
          <Outcomes outcomes={request.outcomes} />
        </Section>
      )}
      <Section title="Headers">
        <CodeBlock
          label="headers"
          code={[
            `${request.method}${request.query ? ` ?${request.query}` : ""}`,
            ...Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`),
          ].join("\n")}
        />
      </Section>
      <Section title="Body">
        {body === null ? (
          <p className="text-muted">Not kept: of a repeat, the first one’s is.</p>
        ) : body.json !== undefined ? (
          <JsonView value={body.json} label="body" />
        ) : (
          <CodeBlock label="body" code={body.text} />
        )}
        {body?.json !== undefined && (
          <details>
            <summary className="cursor-pointer text-xs text-muted hover:text-fg">As it came</summary>
            <CodeBlock label="raw body" code={body.text} className="mt-2" />
          </details>
        )}
      </Section>
    </div>
  );
}
