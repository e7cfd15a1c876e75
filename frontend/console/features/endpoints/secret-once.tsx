import { CodeBlock } from "@/components/ui/code-block";
import { Tabs } from "@/components/ui/tabs";
import { SNIPPETS } from "./snippets";

/** A secret that is shown now, and how a receiver verifies with it. */
export function SecretOnce({ secret }: { secret: string }) {
  return (
    <div className="flex flex-col gap-4">
      <p>
        This secret signs every delivery. Keep it where your receiver reads it; afterwards it is shown only to
        those with the right to reveal secrets.
      </p>
      <CodeBlock code={secret} label="secret" />
      <Snippets />
    </div>
  );
}

/** How a receiver verifies a signature, by language. */
export function Snippets() {
  return (
    <Tabs
      label="Languages"
      name="language"
      tabs={SNIPPETS.map(({ id, label, code }) => ({
        id,
        label,
        content: <CodeBlock code={code} label={`${label} example`} />,
      }))}
    />
  );
}
