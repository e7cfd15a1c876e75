import type { Checking } from "@hub/client";

const CHOICES: { value: Checking; title: string; means: string }[] = [
  { value: "open", title: "Take everything", means: "Any type, any data. For first steps." },
  {
    value: "recorded",
    title: "Take everything, and record what does not fit",
    means:
      "The publisher gets warnings, and the list of event types shows what strict checking would refuse.",
  },
  {
    value: "strict",
    title: "Refuse what does not fit",
    means:
      "Only registered types with data that fits; anything else is answered with 422, naming the fields.",
  },
];

/** How the tenant's own events are checked. */
export function CheckingChoice({
  value,
  onChange,
}: {
  value: Checking;
  onChange: (value: Checking) => void;
}) {
  return (
    <div role="radiogroup" aria-label="Checking of event types" className="flex flex-col gap-2">
      {CHOICES.map((choice) => (
        <label key={choice.value} className="flex cursor-pointer items-start gap-2">
          <input
            type="radio"
            name="checking"
            className="mt-1 accent-(--accent)"
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span className="font-medium">{choice.title}</span>
            <span className="block text-xs text-muted">{choice.means}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
