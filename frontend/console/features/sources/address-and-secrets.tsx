import type { SourceSecretOut } from "@hub/client";
import { ShownOnce } from "@/components/ui/shown-once";
import { Time } from "@/components/ui/time";

type AddressAndSecretsProps = { address: string; secrets: SourceSecretOut[] };

/** What the sender is told. */
export function AddressAndSecrets({ address, secrets }: AddressAndSecretsProps) {
  return (
    <div className="flex flex-col gap-4">
      <ShownOnce label="Address" value={address}>
        Whoever knows it can send to it. It is not in lists; who may read secrets can look it up again.
      </ShownOnce>
      {secrets.map(({ secret, expires_at }, place) => (
        <ShownOnce key={secret} label={place === 0 ? "Secret" : "Older secret"} value={secret}>
          {expires_at ? (
            <>
              Verifies along until <Time at={expires_at} absolute />.
            </>
          ) : (
            "What the sender signs with."
          )}
        </ShownOnce>
      ))}
      {secrets.length === 0 && (
        <p className="text-muted">It has no secret. Where the sender makes one, give it to the source.</p>
      )}
    </div>
  );
}
