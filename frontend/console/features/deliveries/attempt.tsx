"use client";

import type { AttemptDetail } from "@hub/client";
import { useGetAttempt } from "@hub/client/react";
import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { explainFailure } from "@/components/deliveries/failures";
import { replayOf } from "@/components/deliveries/query";
import { ReplayDialog } from "@/components/deliveries/replay-dialog";
import { ResultCode } from "@/components/deliveries/result-code";
import { EndpointName } from "@/components/names/endpoint-name";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Id } from "@/components/ui/id";
import { Card, Page, PageHeader, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Duration, Time } from "@/components/ui/time";
import { curlOf } from "./curl";
import { RequestSide, ResponseSide } from "./exchange";
import { Signature } from "./signature";

/** One attempt: what was sent beside what came back, what that means, and the signature. */
export function Attempt({ deliveryId, id }: { deliveryId: string; id: string }) {
  const attempt = useGetAttempt(deliveryId, id);
  return (
    <Page>
      <Loaded query={attempt} height={480}>
        {(found) => <Shown attempt={found} />}
      </Loaded>
    </Page>
  );
}

function Shown({ attempt }: { attempt: AttemptDetail }) {
  const [again, setAgain] = useState(false);
  const failure = explainFailure(attempt);
  return (
    <>
      <PageHeader
        title="Attempt"
        aside={
          <>
            <ResultCode code={attempt.status_code} error={attempt.error} />
            <Id id={attempt.id} />
          </>
        }
        description={
          <>
            <Time at={attempt.started_at} absolute />, took <Duration ms={attempt.duration_ms} /> ·{" "}
            <Link href={`/endpoints/${attempt.endpoint_id}`} className="text-accent underline">
              <EndpointName id={attempt.endpoint_id} />
            </Link>{" "}
            ·{" "}
            <Link href={`/deliveries/${attempt.delivery_id}`} className="text-accent underline">
              its delivery
            </Link>
          </>
        }
        actions={
          <Button needs="replays:write" onClick={() => setAgain(true)}>
            <RotateCcw aria-hidden /> Replay…
          </Button>
        }
      />
      {failure && (
        <Card className="border-bad/40! bg-bad-soft!">
          <p className="font-semibold">{failure.title}</p>
          <p>{failure.means}</p>
          <p className="text-muted">{failure.advice}</p>
          {attempt.error_detail && <p className="mt-1 font-mono text-xs">{attempt.error_detail}</p>}
        </Card>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Section title="Request">
          <RequestSide attempt={attempt} />
        </Section>
        <Section title="Response">
          <ResponseSide attempt={attempt} />
        </Section>
      </div>
      <Section title="Signature">
        <Signature attempt={attempt} />
      </Section>
      <Section title="As curl">
        <CodeBlock code={curlOf(attempt.request)} label="curl command" />
      </Section>
      {again && (
        <ReplayDialog
          target={{
            filter: { ...replayOf([attempt.delivery_id]), endpoint_id: attempt.endpoint_id },
            selected: 1,
          }}
          onClose={() => setAgain(false)}
        />
      )}
    </>
  );
}
