import { cn } from "@/lib/cn";

/** How the hub comes by its access. */
export type Way = "consent" | "credentials";

const WAYS: { way: Way; title: string; text: string }[] = [
  {
    way: "consent",
    title: "Consent at the vendor",
    text: "A link for whoever may decide there. Nobody copies tokens.",
  },
  {
    way: "credentials",
    title: "Enter credentials",
    text: "A key, a token, or a client that you have made there.",
  },
];

/** Consent or credentials. */
export function WayChoice({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">How does the hub get access?</legend>
      {WAYS.map((each) => (
        <label
          key={each.way}
          className={cn(
            "flex cursor-pointer gap-2.5 rounded-lg border p-3 hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent",
            each.way === way ? "border-accent bg-accent-soft" : "bg-surface",
          )}
        >
          <input
            type="radio"
            name="way"
            className="mt-0.5 accent-(--accent)"
            checked={each.way === way}
            onChange={() => onChange(each.way)}
          />
          <span>
            <span className="block font-medium">{each.title}</span>
            <span className="block text-xs text-muted">{each.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
