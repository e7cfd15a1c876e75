type SparklineProps = {
  values: (number | null)[];
  /** What it shows, in words with the figures that matter. */
  label: string;
  width?: number;
  height?: number;
  tone?: "accent" | "ok" | "bad" | "idle";
};

const COLOURS = { accent: "text-accent", ok: "text-ok", bad: "text-bad", idle: "text-idle" };

/** A small line without axes; its label says it to screen readers. */
export function Sparkline({ values, label, width = 96, height = 24, tone = "accent" }: SparklineProps) {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const step = values.length > 1 ? width / (values.length - 1) : width;
  const points = values.map(
    (value, place) => [place * step, height - 2 - ((value ?? 0) / top) * (height - 4)] as const,
  );
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={COLOURS[tone]}
      width={width}
      height={height}
    >
      <title>{label}</title>
      <polygon points={`0,${height} ${line} ${width},${height}`} fill="currentColor" opacity="0.1" />
      <polyline
        points={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
